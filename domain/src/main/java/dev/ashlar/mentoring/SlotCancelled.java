package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Two people will not meet: a request came to nothing, or a confirmed meeting was cancelled. */
public record SlotCancelled(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
