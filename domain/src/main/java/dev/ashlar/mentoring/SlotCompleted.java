// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Completion of a meeting, with its mentor's earning; also published if the student missed it. */
public record SlotCompleted(SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt) {}
