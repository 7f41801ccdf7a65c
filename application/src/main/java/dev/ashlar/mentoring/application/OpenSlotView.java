// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;

/** Slot that students may request or book. */
public record OpenSlotView(SlotId id, UserId mentorId, Instant startsAt, Instant endsAt, int version) {}
