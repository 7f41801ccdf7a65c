// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Cancellation of a request or of a confirmed meeting.
 *
 * @param version number of the slot's changes: of two events about one slot, the higher one is the later
 */
public record SlotCancelled(
        SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt, int version) {}
