// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsViews;
import dev.ashlar.ai.domain.Statistics;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.ai.domain.StatsRange;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class StatisticsMapperTest {
    private static final Instant HOUR = Instant.parse("2026-03-31T22:00:00Z");
    private static final Instant NEXT_HOUR = Instant.parse("2026-03-31T23:00:00Z");
    private static final Instant OTHER_DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00.123456Z");
    private static final StatsRange MONTH =
            StatsRange.of(StatsGrain.MONTH, HOUR, Instant.parse("2026-04-01T00:00:00Z"));
    private static final StatsFilter ALL = new StatsFilter(null, null, null);

    @Autowired
    private Statistics statistics;

    @Autowired
    private StatsViews views;

    @Autowired
    private JdbcClient jdbc;

    private StoredCalls calls;

    @BeforeEach
    void store() {
        calls = new StoredCalls(jdbc, 1);
        calls.add(40, HOUR);
        calls.add(20, NEXT_HOUR);
        calls.add(20, OTHER_DAY);
        recompute(NOW, HOUR, NEXT_HOUR, OTHER_DAY);
    }

    @Test
    void allowsAnHourOfManyCallsMinutes() {
        assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single())
                .isEqualTo("5min");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hour", "day", "month"})
    void holdsTheSumsOfEachGrain(String grain) {
        for (var table : new String[] {"ai_stats", "ai_user_stats"}) {
            assertThat(number("sum(requests) FROM ai." + table + " WHERE grain = '" + grain + "'"))
                    .isEqualTo(80);
        }
        for (var rows : new String[] {
            "provider_id IS NULL AND model IS NULL",
            "provider_id IS NOT NULL AND model IS NULL",
            "provider_id IS NULL AND model IS NOT NULL",
            "provider_id IS NOT NULL AND model IS NOT NULL"
        }) {
            assertThat(number("sum(requests) FROM ai.ai_total_stats WHERE grain = '" + grain + "' AND " + rows))
                    .as(rows)
                    .isEqualTo(80);
        }
        assertThat(number("count(DISTINCT bucket) FROM ai.ai_stats WHERE grain = '" + grain + "'"))
                .isEqualTo(grain.equals("hour") ? 3 : grain.equals("day") ? 2 : 1);
    }

    @Test
    void addsCallsThatAreStoredLater() {
        calls.add(10, HOUR);
        recompute(NOW.plusSeconds(1), HOUR);
        assertSumsOfCalls();
    }

    @Test
    void changesWithACallThatIsFoundToHaveFailed() {
        jdbc.sql("UPDATE ai.ai_interactions SET status = 'failed', error = 'Empty' WHERE status = 'pending'")
                .update();
        recompute(NOW.plusSeconds(1), HOUR, NEXT_HOUR, OTHER_DAY);
        var sums = views.totals(ALL, MONTH);
        assertThat(sums.calls().failures()).isEqualTo(80);
        assertThat(sums.latency()).isEqualTo("0");
    }

    @Test
    void keepsTheStatisticsOfCallsThatAreRemovedAfterTheirRetention() {
        number("ai.make_interaction_partitions('2026-03-01', '2026-03-01')");
        number("ai.drop_interaction_partitions('2026-04-01')");
        assertThat(number("count(*) FROM ai.ai_interactions")).isZero();
        recompute(NOW.plusSeconds(1), HOUR, NEXT_HOUR, OTHER_DAY);
        assertSumsOfCalls();
    }

    @Test
    void writesOnlyRowsThatChange() {
        recompute(NOW.plusSeconds(1), HOUR);
        for (var table : new String[] {"ai_stats", "ai_user_stats", "ai_total_stats"}) {
            assertThat(changed(table)).as(table).isZero();
        }

        calls.add(1, HOUR);
        recompute(NOW.plusSeconds(2), HOUR);
        assertThat(changed("ai_stats")).isEqualTo(3);
        assertThat(changed("ai_user_stats")).isEqualTo(3);
        assertThat(changed("ai_total_stats"))
                .as("all, its provider, its model, and both")
                .isEqualTo(12);
    }

    private long changed(String table) {
        return number("count(*) FROM ai." + table + " WHERE updated_at > '" + NOW + "'");
    }

    /** The nightly reconciliation finds those of other days. */
    @Test
    void sumsUpHoursOfTheDayThatTheReleaseBeforeHasRecomputed() {
        jdbc.sql("UPDATE ai.ai_total_stats SET cost_usd = cost_usd + 1").update();
        recompute(NOW.plusSeconds(1), HOUR);
        assertThat(number("""
                        count(*)
                        FROM ai.ai_total_stats total
                        WHERE num_nulls(total.provider_id, total.model) = 2
                            AND (total.grain = 'month' OR total.bucket >= '2026-03-31T00:00:00Z')
                            AND total.cost_usd <> (
                                SELECT sum(s.cost_usd) FROM ai.ai_stats s WHERE s.grain = total.grain AND s.bucket = total.bucket)""")).isZero();
    }

    @Test
    void recomputesAnHourWithoutCalls() {
        var empty = HOUR.minus(Duration.ofDays(400));
        recompute(NOW, empty);
        assertThat(number("count(*) FROM ai.ai_total_stats WHERE bucket = '" + empty + "'"))
                .isZero();
    }

    @Test
    void refusesASecondTotalOfAllCallsOfAnHour() {
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO ai.ai_total_stats
                        SELECT gen_random_uuid(), NULL, NULL, s.grain, s.bucket, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, now()
                        FROM ai.ai_stats s""").update()).hasMessageContaining("uq_ai_total_stats_provider_id");
    }

    /** The sum of the digits is a remainder; see the changelog. */
    @ParameterizedTest
    @ValueSource(strings = {"latency", "ttft"})
    void refusesAHistogramOfMoreCallsThanSucceeded(String histogram) {
        assertThatThrownBy(() -> jdbc.sql("UPDATE ai.ai_stats SET " + histogram + " = " + histogram
                                + " + (requests - failures) * 1000000000000 + 1")
                        .update())
                .hasMessageContaining("chk_ai_stats_" + histogram);
    }

    private void assertSumsOfCalls() {
        var expected = calls.sums(ALL, MONTH.from(), MONTH.to(), call -> true);
        assertThat(views.totals(ALL, MONTH)).isEqualTo(expected);
        var hours = StatsRange.of(StatsGrain.HOUR, MONTH.from().plus(Duration.ofHours(1)), MONTH.to());
        assertThat(views.totals(ALL, hours)).isEqualTo(calls.sums(ALL, hours.from(), hours.to(), call -> true));
        for (var user : calls.users()) {
            var own = new StatsFilter(user, null, null);
            assertThat(views.totals(own, MONTH)).isEqualTo(calls.sums(own, MONTH.from(), MONTH.to(), call -> true));
        }
    }

    private void recompute(Instant now, Instant... hours) {
        for (var hour : hours) {
            statistics.recompute(hour, now);
        }
    }

    private long number(String query) {
        return jdbc.sql("SELECT " + query).query(Long.class).single();
    }
}
