// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Times in which a friend is busy.
 *
 * @param from start of the range
 * @param to end of the range, exclusive
 * @param busy spans in order, without overlaps; the friend is free between them
 */
public record FreeBusyView(UserId userId, Instant from, Instant to, List<BusySpan> busy) {
    public FreeBusyView {
        busy = List.copyOf(busy);
    }

    /** Span in which a friend is busy, its end exclusive. */
    public record BusySpan(Instant startsAt, Instant endsAt) {}
}
