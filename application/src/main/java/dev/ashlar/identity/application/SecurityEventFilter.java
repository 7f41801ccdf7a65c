// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Filter of a list of security events; a null component matches all. */
public record SecurityEventFilter(
        @Nullable UserId userId, @Nullable SecurityEventType type) {}
