package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Two people will meet. Published again with the new times when a confirmed meeting is moved. */
public record SlotConfirmed(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
