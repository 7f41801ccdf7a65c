// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Profile of a user as everybody sees it.
 *
 * @param username unique whatever its case
 */
public record PublicProfile(
        UserId id,
        String username,
        String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl) {}
