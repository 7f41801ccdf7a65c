// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Confirmation of a meeting. Published again, with the new times, when a confirmed meeting is moved.
 *
 * @param version number of the slot's changes: of two events about one slot, the higher one is the later
 */
public record SlotConfirmed(
        SlotId slotId, UserId mentorId, UserId studentId, Instant startsAt, Instant endsAt, int version) {}
