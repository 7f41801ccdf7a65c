// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Filter of listed accounts; null means any. */
public record UserFilter(
        @Nullable Role role,
        @Nullable UserStage stage,
        @Nullable Boolean active) {}
