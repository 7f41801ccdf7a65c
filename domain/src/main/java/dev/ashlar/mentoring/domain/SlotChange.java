// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of a slot that has, or gets, a booking.
 *
 * @param actor null for a job
 * @param reason shown to mentor and student
 */
public record SlotChange(
        Slot before,
        BookedSlot after,
        @Nullable UserId actor,
        @Nullable String reason,
        Instant at) {}
