package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done with a slot.
 *
 * @param version the slot's version since then
 * @param actorId who did it; null for a job
 */
public record SlotTransitionView(
        int version,
        SlotStatus fromStatus,
        SlotStatus toStatus,
        @Nullable UserId actorId,
        @Nullable String reason,
        Instant createdAt) {}
