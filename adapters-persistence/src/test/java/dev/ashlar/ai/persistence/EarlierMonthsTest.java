// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The statement of docs/ai.md for hours of earlier months that an instance without totals has recomputed during an upgrade. */
@ServiceTest
class EarlierMonthsTest {
    private static final Instant BEFORE = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant MEANWHILE = Instant.parse("2026-01-20T17:00:00Z");
    private static final String START_ON_THE_PAGE = "2026-12-01T10:00:00Z";

    @Autowired
    private StatsRecomputation recomputation;

    @Autowired
    private DirtyHours hours;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void haveTheHoursMarkedThatWereRecomputedSinceTheStart() throws IOException {
        var psql = database.database().psql();
        recomputed(BEFORE, psql);
        clock.advance(Duration.ofHours(1));
        var start = clock.instant();
        recomputed(MEANWHILE, psql);
        assertThat(psql.sql("DELETE FROM ai.ai_total_stats WHERE bucket = ?")
                        .param(Timestamp.from(MEANWHILE))
                        .update())
                .isPositive();

        psql.sql(statement().replace(START_ON_THE_PAGE, start.toString())).update();

        assertThat(psql.sql("SELECT bucket FROM ai.ai_dirty_hours")
                        .query(Timestamp.class)
                        .list())
                .containsExactly(Timestamp.from(MEANWHILE));
        clock.advance(Duration.ofDays(1));
        while (recomputation.recompute() > 0) {}
        for (var hour : List.of(BEFORE, MEANWHILE)) {
            assertThat(psql.sql("""
                            SELECT requests FROM ai.ai_total_stats
                            WHERE grain = 'hour' AND bucket = ? AND provider_id IS NULL AND model IS NULL""")
                            .param(Timestamp.from(hour))
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** Stores a call of an hour and has its statistics recomputed at the time of the clock. */
    private void recomputed(Instant hour, JdbcClient psql) {
        new StoredCalls(psql, hour.getEpochSecond()).add(1, hour);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> hours.mark(List.of(hour)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(recomputation.recompute()).isEqualTo(1);
    }

    private static String statement() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "ai.md"));
        int from = page.indexOf("INSERT INTO ai.ai_dirty_hours");
        assertThat(from).as("the page has its statement").isPositive();
        var statement = page.substring(from, page.indexOf("```", from));
        assertThat(statement).contains(START_ON_THE_PAGE);
        return statement;
    }
}
