// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link DirtyHours} without a database. */
public final class InMemoryDirtyHours implements DirtyHours {
    /** Time of the first mark by hour. */
    private final SortedMap<Instant, Instant> marks = new TreeMap<>();

    @Override
    public void mark(Collection<Instant> times) {
        times.forEach(time -> marks.putIfAbsent(time.truncatedTo(ChronoUnit.HOURS), Instant.now()));
    }

    @Override
    public Optional<Instant> take(Instant markedBefore) {
        var latest = marks.entrySet().stream()
                .filter(mark -> mark.getValue().isBefore(markedBefore))
                .map(SortedMap.Entry::getKey)
                .reduce((earlier, later) -> later);
        latest.ifPresent(marks::remove);
        return latest;
    }
}
