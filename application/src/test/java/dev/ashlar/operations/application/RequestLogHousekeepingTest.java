// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.operations.domain.SampleRequests.NOW;
import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.operations.domain.ApiRequestsContract.Sum;
import dev.ashlar.operations.domain.InMemoryApiRequests;
import dev.ashlar.operations.domain.RequestPartitions;
import dev.ashlar.operations.domain.RequestRetention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogHousekeepingTest {
    private final InMemoryApiRequests requests = new InMemoryApiRequests();
    private final List<LocalDate> asked = new ArrayList<>();
    private final RequestLogHousekeeping housekeeping = new RequestLogHousekeeping(
            requests, new AskedPartitions(), new RequestRetention(3), InstantSource.fixed(NOW.plusSeconds(200)));

    @Test
    void sumsUpTheLastDayAtFirst() {
        add(NOW.minus(Duration.ofDays(2)));
        add(NOW.minus(Duration.ofHours(20)));
        add(NOW);
        housekeeping.sumUp();
        assertThat(requests.sums()).extracting(Sum::bucket).containsExactly(NOW.minus(Duration.ofHours(20)), NOW);
    }

    @Test
    void sumsUpLateRequestsOfTheLastTwoSums() {
        add(NOW);
        housekeeping.sumUp();
        add(NOW);
        add(NOW.minusSeconds(1));
        add(NOW.minusSeconds(301));
        housekeeping.sumUp();
        assertThat(requests.sums()).extracting(Sum::requests).containsExactly(1L, 2L);
    }

    @Test
    void sumsUpWhileTheClockOfAnotherInstanceIsAhead() {
        add(NOW);
        add(NOW.plus(Duration.ofHours(1)));
        housekeeping.sumUp();
        add(NOW);
        housekeeping.sumUp();
        assertThat(requests.sums()).extracting(Sum::requests).containsExactly(2L, 1L);
    }

    @Test
    void deletesSumsOfMonthsBeforeTheRetention() {
        add(NOW);
        housekeeping.sumUp();
        assertThat(housekeeping.deleteSums()).isZero();
    }

    @Test
    void makesAndDropsPartitionsOfTheRetention() {
        assertThat(housekeeping.makePartitions()).isEqualTo(1);
        assertThat(housekeeping.dropPartitions()).isEqualTo(2);
        assertThat(asked)
                .containsExactly(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 5, 3), LocalDate.of(2025, 11, 1));
    }

    private void add(Instant at) {
        requests.insertAll(List.of(request(at, 200, Duration.ofMillis(2))));
    }

    /** Partitions that remember what they were asked for. */
    private final class AskedPartitions implements RequestPartitions {
        @Override
        public int make(LocalDate first, LocalDate last) {
            asked.add(first);
            asked.add(last);
            return 1;
        }

        @Override
        public int dropBefore(LocalDate firstKept) {
            asked.add(firstKept);
            return 2;
        }
    }
}
