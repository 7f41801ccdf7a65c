// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.operations.domain.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.ApiRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class RequestPartitionMapperTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2001, 2, 28);

    /** Month of the database's clock. */
    private YearMonth now;

    @Autowired
    private ApiRequestMapper requests;

    @Autowired
    private RequestPartitionMapper partitions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void readClock() {
        now = YearMonth.from(
                jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().atZoneSameInstant(ZoneOffset.UTC));
    }

    @Test
    void hasPartitionsFromTheLastMonthToThreeAhead() {
        for (int months = -1; months <= 3; months++) {
            var month = now.plusMonths(months);
            assertThat(partitionOf(stored(month.atDay(1))))
                    .isEqualTo("api_requests_" + month.toString().replace('-', '_'));
        }
        assertThat(partitionOf(stored(now.plusMonths(4).atDay(1)))).isEqualTo("api_requests_default");
    }

    @Test
    void makesMissingPartitionsOnceAndMovesRowsToThem() {
        var early = stored(LocalDate.of(2001, 1, 31));
        var last = stored(FEBRUARY);
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 3, 1))).isEqualTo(3);
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 3, 31))).isZero();
        assertThat(partitionOf(early)).isEqualTo("api_requests_2001_01");
        assertThat(partitionOf(last)).isEqualTo("api_requests_2001_02");
    }

    @Test
    void dropsMonthsBeforeTheFirstKeptOne() {
        stored(LocalDate.of(2001, 1, 31));
        var kept = stored(FEBRUARY);
        partitions.make(FEBRUARY, FEBRUARY);
        assertThat(partitions.dropBefore(FEBRUARY)).isEqualTo(1);
        assertThat(partitions.dropBefore(FEBRUARY)).isZero();
        assertThat(partitionOf(kept)).isEqualTo("api_requests_2001_02");
        assertThat(jdbc.sql("SELECT count(*) FROM operations.api_requests")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void neverDropsAMonthThatHasNotEnded() {
        var current = stored(now.atDay(1));
        assertThat(partitions.dropBefore(LocalDate.of(2999, 1, 1))).isEqualTo(1);
        assertThat(partitionOf(current)).startsWith("api_requests_" + now.getYear());
    }

    private ApiRequest stored(LocalDate day) {
        var request = request(day.atStartOfDay().toInstant(ZoneOffset.UTC), 200, Duration.ofMillis(2));
        requests.insertAll(List.of(request));
        return request;
    }

    private String partitionOf(ApiRequest request) {
        return jdbc.sql("SELECT tableoid::regclass::text FROM operations.api_requests WHERE id = ?")
                .param(request.id().value())
                .query(String.class)
                .single()
                .replace("operations.", "");
    }
}
