// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Transition of a slot.
 *
 * @param version version of the slot after it
 * @param actorId null for a job
 */
public record SlotTransitionView(
        int version,
        SlotStatus fromStatus,
        SlotStatus toStatus,
        @Nullable UserId actorId,
        @Nullable String reason,
        Instant createdAt) {}
