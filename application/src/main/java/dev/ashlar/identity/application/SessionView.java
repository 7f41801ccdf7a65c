package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that is still good, as its owner sees it.
 *
 * @param lastUsedAt when it last got a new access token
 * @param current whether the request that asks belongs to it
 */
public record SessionView(
        SessionId id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String userAgent,
        @Nullable String ip,
        boolean current) {}
