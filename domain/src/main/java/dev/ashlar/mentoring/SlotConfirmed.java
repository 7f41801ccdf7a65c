package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Confirmation of a meeting. Published again, with the new times, when a confirmed meeting is moved. */
public record SlotConfirmed(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
