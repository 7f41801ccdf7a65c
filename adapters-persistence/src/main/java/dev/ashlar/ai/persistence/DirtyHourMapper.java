// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.StatsGrain;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;

/** {@link DirtyHours} in {@code ai.ai_dirty_hours}. */
@Mapper
interface DirtyHourMapper extends DirtyHours {
    @Override
    default void mark(Collection<Instant> times) {
        add(times.stream().map(StatsGrain.HOUR::startOf).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    default Optional<Instant> take(Instant markedBefore) {
        lock();
        return takeLatest(markedBefore);
    }

    void add(Collection<Instant> hours);

    String lock();

    Optional<Instant> takeLatest(Instant markedBefore);
}
