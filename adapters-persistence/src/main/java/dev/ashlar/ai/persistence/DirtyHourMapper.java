package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.DirtyHours;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;

/** {@link DirtyHours} in {@code ai.ai_dirty_hours}. */
@Mapper
interface DirtyHourMapper extends DirtyHours {
    @Override
    default Optional<Instant> take(Instant markedBefore) {
        lock();
        return takeLatest(markedBefore);
    }

    String lock();

    Optional<Instant> takeLatest(Instant markedBefore);
}
