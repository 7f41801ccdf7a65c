// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InteractionIdTest {
    @Test
    void keepsTheTimeOfACallThroughAshlar() {
        var source = SampleInteractions.idAt(Instant.parse("2026-11-20T12:00:00.123Z"));
        var id = InteractionId.ofCallThroughAshlar(source.value());
        assertThat(id.createdAt()).isEqualTo(source.createdAt());
        assertThat(id.isOfCallThroughAshlar()).isTrue();
        assertThat(id.value().toString()).endsWith("61736c72");
        assertThat(source.isOfCallThroughAshlar()).isFalse();
    }

    /** Sources may count up within a millisecond. */
    @Test
    void makesDifferentIdsOfDifferentSources() {
        var ids = new HashSet<InteractionId>();
        var source = IdSource.timeOrdered();
        for (int number = 0; number < 100_000; number++) {
            ids.add(InteractionId.ofCallThroughAshlar(source.next()));
        }
        var first =
                SampleInteractions.idAt(Instant.parse("2026-11-20T12:00:00Z")).value();
        for (int step = 0; step < 1000; step++) {
            ids.add(InteractionId.ofCallThroughAshlar(
                    new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + step)));
        }
        assertThat(ids).hasSize(101_000);
    }
}
