// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Person as friends and members of the same project see it. */
public record PersonView(
        UserId userId,
        String username,
        String displayName,
        @Nullable String avatarUrl) {}
