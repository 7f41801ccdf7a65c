// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import dev.ashlar.kernel.application.WalPosition;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;

/**
 * Time up to which a replica shows all commits. It follows from positions of the primary at known times, and so needs neither writes
 * nor equal clocks. Times are in nanoseconds of {@link System#nanoTime()}.
 */
final class ReplayedTime {
    /** Number of positions ahead of the replica: at most those of a minute. A replica further behind is taken to be older than it is. */
    private static final int MAX_AHEAD = 240;

    private final Queue<Known> ahead = new ArrayDeque<>();
    private OptionalLong shown = OptionalLong.empty();

    /**
     * Notes a position of the primary.
     *
     * @param time a time before the primary told it, so that all earlier commits are before it
     */
    void written(WalPosition position, long time) {
        if (ahead.size() < MAX_AHEAD) {
            ahead.add(new Known(position, time));
        }
    }

    /** Notes the position of the replica; returns the time up to which it shows all commits, if that is known. */
    OptionalLong replayed(WalPosition position) {
        for (var first = ahead.peek(); first != null && !first.position.isAfter(position); first = ahead.peek()) {
            shown = OptionalLong.of(first.time);
            ahead.remove();
        }
        return shown;
    }

    private record Known(WalPosition position, long time) {}
}
