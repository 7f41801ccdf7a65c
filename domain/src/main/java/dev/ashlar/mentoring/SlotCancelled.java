package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Cancellation of a request or of a confirmed meeting. */
public record SlotCancelled(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
