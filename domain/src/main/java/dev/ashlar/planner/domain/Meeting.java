// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meeting of mentoring, as schedules show it.
 *
 * @param version version of the slot, which orders what is told about it
 * @param cancelledAt moment from which schedules no longer show it; null while it takes place
 */
public record Meeting(
        UUID slotId,
        int version,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant cancelledAt,
        Instant toldAt) {}
