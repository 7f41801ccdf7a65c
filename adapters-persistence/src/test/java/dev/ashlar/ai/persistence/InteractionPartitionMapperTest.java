// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
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
class InteractionPartitionMapperTest {
    private static final String DEFAULT = "ai_interactions_default";
    private static final LocalDate FEBRUARY = LocalDate.of(2001, 2, 28);

    /** Month of the database's clock. */
    private YearMonth now;

    @Autowired
    private InteractionMapper interactions;

    @Autowired
    private InteractionPartitionMapper partitions;

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
                    .isEqualTo("ai_interactions_"
                            + now.plusMonths(months).toString().replace('-', '_'));
        }
        assertThat(partitionOf(stored(now.minusMonths(2).atEndOfMonth()))).isEqualTo(DEFAULT);
        assertThat(partitionOf(stored(now.plusMonths(4).atDay(1)))).isEqualTo(DEFAULT);
    }

    @Test
    void makesMissingPartitionsOnce() {
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 5, 1))).isEqualTo(4);
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 5, 31))).isZero();
        assertThat(partitions.make(FEBRUARY, LocalDate.of(2001, 6, 1))).isEqualTo(1);
        assertThat(partitionOf(stored(FEBRUARY))).isEqualTo("ai_interactions_2001_02");
        assertThat(partitionOf(stored(LocalDate.of(2001, 5, 31)))).isEqualTo("ai_interactions_2001_05");
    }

    @Test
    void movesRowsOutOfTheDefaultPartition() {
        var early = stored(LocalDate.of(2001, 1, 31));
        var first = stored(LocalDate.of(2001, 2, 1));
        var last = stored(FEBRUARY);
        var far = stored(LocalDate.of(2002, 7, 4));
        assertThat(partitions.make(FEBRUARY, FEBRUARY)).isEqualTo(3);
        assertThat(partitionOf(early)).isEqualTo("ai_interactions_2001_01");
        assertThat(partitionOf(first)).isEqualTo("ai_interactions_2001_02");
        assertThat(partitionOf(last)).isEqualTo("ai_interactions_2001_02");
        assertThat(partitionOf(far)).isEqualTo("ai_interactions_2002_07");
        assertThat(interactions.insert(List.of(early, first, last, far))).isEmpty();
        assertThat(jdbc.sql("SELECT total_tokens FROM ai.ai_interactions WHERE id = ?")
                        .param(first.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1200);
    }

    @Test
    void dropsMonthsBeforeTheFirstKeptOne() {
        partitions.make(FEBRUARY, LocalDate.of(2001, 5, 1));
        var dropped = stored(LocalDate.of(2001, 3, 31));
        var kept = stored(LocalDate.of(2001, 4, 1));
        assertThat(partitions.dropBefore(LocalDate.of(2001, 4, 30))).isEqualTo(2);
        assertThat(partitions.dropBefore(LocalDate.of(2001, 4, 30))).isZero();
        assertThat(partitionOf(kept)).isEqualTo("ai_interactions_2001_04");
        assertThat(interactions.insert(List.of(kept))).isEmpty();
        assertThat(interactions.insert(List.of(dropped))).hasSize(1);
        assertThat(partitionOf(dropped)).isEqualTo(DEFAULT);
    }

    @Test
    void neverDropsAMonthThatHasNotEnded() {
        var current = stored(now.atDay(1));
        assertThat(partitions.dropBefore(LocalDate.of(2999, 1, 1))).isEqualTo(1);
        assertThat(interactions.insert(List.of(current))).isEmpty();
    }

    private Interaction stored(LocalDate day) {
        var provider = TestProviders.insert(jdbc);
        var call = interaction(origin(provider, user()), day.atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(interactions.insert(List.of(call))).hasSize(1);
        return call;
    }

    private String partitionOf(Interaction call) {
        return jdbc.sql(
                        "SELECT p.relname FROM ai.ai_interactions i JOIN pg_class p ON p.oid = i.tableoid WHERE i.id = ?")
                .param(call.id().value())
                .query(String.class)
                .single();
    }
}
