// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.InMemoryDirtyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatsRecomputationTest {
    private final InMemoryDirtyHours hours = new InMemoryDirtyHours();
    private final List<Instant> recomputed = new ArrayList<>();
    private Instant now = Instant.now();
    private final StatsRecomputation recomputation =
            new StatsRecomputation(hours, (hour, time) -> recomputed.add(hour), () -> now);

    @Test
    void recomputesEachMarkedHourOnceAPauseAfterItsMark() {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var earlier = hour.minus(Duration.ofHours(5));
        hours.mark(List.of(hour, earlier));
        assertThat(recomputation.recompute()).isZero();

        now = now.plus(StatsRecomputation.PAUSE).plusSeconds(1);
        assertThat(recomputation.recompute()).isEqualTo(1);
        assertThat(recomputation.recompute()).isEqualTo(1);
        assertThat(recomputation.recompute()).isZero();
        assertThat(recomputed).containsExactly(hour, earlier);
    }
}
