// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the security log.
 *
 * @param userId account that it is about; null if the request named none
 * @param actorId user who caused it; null for the operator, and for callers without an access token
 * @param detail values of the event, such as {@code student → expert}; null if the type says all
 * @param addressHash keyed hash of the network address of the request; null outside requests
 */
public record SecurityEvent(
        SecurityEventId id,
        SecurityEventType type,
        @Nullable UserId userId,
        @Nullable UserId actorId,
        @Nullable String detail,
        @Nullable String addressHash,
        Instant at) {
    /** Time after which an event is deleted. The database refuses it until a day before. */
    public static final Duration RETENTION = Duration.ofDays(365);

    /** Time in which the same refusal of the same address leaves one event, so that a flood does not fill the log. */
    public static final Duration REPEATED_WITHIN = Duration.ofMinutes(1);
}
