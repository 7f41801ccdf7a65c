// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Live session as its user sees it.
 *
 * @param lastUsedAt time of the latest access token
 * @param current true if the calling request belongs to it
 */
public record SessionView(
        SessionId id,
        Instant createdAt,
        Instant lastUsedAt,
        @Nullable String userAgent,
        @Nullable String ip,
        boolean current) {}
