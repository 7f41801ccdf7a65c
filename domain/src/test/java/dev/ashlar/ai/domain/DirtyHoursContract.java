// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link DirtyHours}. */
public abstract class DirtyHoursContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-03-01T13:00:00Z");

    protected abstract DirtyHours hours();

    @Test
    void takesEachMarkedHourOnceLatestFirst() {
        hours().mark(List.of(NOON, ONE.minusMillis(1), ONE));
        hours().mark(List.of(NOON.plusSeconds(7)));

        assertThat(hours().take(soon())).hasValue(ONE);
        assertThat(hours().take(soon())).hasValue(NOON);
        assertThat(hours().take(soon())).isEmpty();
    }

    @Test
    void takesAnHourThatIsMarkedAgain() {
        hours().mark(List.of(NOON));
        hours().take(soon());
        hours().mark(List.of(NOON));
        assertThat(hours().take(soon())).hasValue(NOON);
    }

    @Test
    void leavesHoursThatWereMarkedLater() {
        hours().mark(List.of(NOON));
        assertThat(hours().take(Instant.EPOCH)).isEmpty();
        assertThat(hours().take(soon())).hasValue(NOON);
    }

    @Test
    void marksNothingForNoTimes() {
        hours().mark(List.of());
        assertThat(hours().take(soon())).isEmpty();
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }
}
