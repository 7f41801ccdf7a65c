package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** A meeting is over and its mentor has earned; also when the student did not come. */
public record SlotCompleted(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
