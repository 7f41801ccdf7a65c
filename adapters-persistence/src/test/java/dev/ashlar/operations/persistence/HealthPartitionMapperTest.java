// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.HealthCheck;
import dev.ashlar.operations.domain.HealthCheckId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class HealthPartitionMapperTest {
    private static final String DEFAULT = "health_checks_default";
    private static final LocalDate FEBRUARY = LocalDate.of(2001, 2, 28);

    /** Month of the database's clock. */
    private YearMonth now;

    @Autowired
    private HealthCheckMapper checks;

    @Autowired
    private HealthPartitionMapper partitions;

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
            assertThat(partitionOf(stored(now.plusMonths(months).atDay(1))))
                    .isEqualTo(
                            "health_checks_" + now.plusMonths(months).toString().replace('-', '_'));
        }
        assertThat(partitionOf(stored(now.minusMonths(2).atEndOfMonth()))).isEqualTo(DEFAULT);
        assertThat(partitionOf(stored(now.plusMonths(4).atDay(1)))).isEqualTo(DEFAULT);
    }

    @Test
    void makesMissingPartitionsOnceAndMovesTheirRows() {
        var february = stored(FEBRUARY);
        var far = stored(LocalDate.of(2002, 7, 4));
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 5, 1))).isEqualTo(5);
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 5, 31))).isZero();
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 6, 1))).isEqualTo(1);
        assertThat(partitionOf(february)).isEqualTo("health_checks_2001_02");
        assertThat(partitionOf(far)).isEqualTo("health_checks_2002_07");
        assertThat(partitionOf(stored(LocalDate.of(2001, 5, 31)))).isEqualTo("health_checks_2001_05");
    }

    @Test
    void dropsMonthsBeforeTheFirstKeptOne() {
        partitions.make(FEBRUARY, LocalDate.of(2001, 5, 1));
        stored(LocalDate.of(2001, 3, 31));
        var kept = stored(LocalDate.of(2001, 4, 1));
        assertThat(partitions.dropBefore(LocalDate.of(2001, 4, 30))).isEqualTo(2);
        assertThat(partitions.dropBefore(LocalDate.of(2001, 4, 30))).isZero();
        assertThat(partitionOf(kept)).isEqualTo("health_checks_2001_04");
        assertThat(partitionOf(stored(LocalDate.of(2001, 3, 31)))).isEqualTo(DEFAULT);
    }

    @Test
    void neverDropsAMonthThatHasNotEnded() {
        var current = stored(now.atDay(1));
        assertThat(partitions.dropBefore(LocalDate.of(2999, 1, 1))).isEqualTo(1);
        assertThat(partitionOf(current)).isNotEqualTo(DEFAULT);
    }

    private UUID stored(LocalDate day) {
        var id = UUID.randomUUID();
        var at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        checks.insert(List.of(new HealthCheck(new HealthCheckId(id), "mail", HealthStatus.HEALTHY, 1, null, at)));
        return id;
    }

    private String partitionOf(UUID check) {
        return jdbc.sql("SELECT p.relname FROM operations.health_checks h JOIN pg_class p ON p.oid = h.tableoid"
                        + " WHERE h.id = ?")
                .param(check)
                .query(String.class)
                .single();
    }
}
