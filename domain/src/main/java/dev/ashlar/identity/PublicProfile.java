package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a person appears to everybody.
 *
 * @param username unique whatever its case
 */
public record PublicProfile(
        UserId id,
        String username,
        String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl) {}
