// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.SecurityEventId;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Security event, see {@link dev.ashlar.identity.domain.SecurityEvent} for the components. */
public record SecurityEventView(
        SecurityEventId id,
        SecurityEventType type,
        @Nullable UserId userId,
        @Nullable UserId actorId,
        @Nullable String detail,
        @Nullable String addressHash,
        Instant at) {}
