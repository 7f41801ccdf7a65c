// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsOrder;
import dev.ashlar.ai.application.StatsRows.BucketSums;
import dev.ashlar.ai.application.StatsRows.ModelSums;
import dev.ashlar.ai.application.StatsRows.Sums;
import dev.ashlar.ai.application.StatsRows.UserSums;
import dev.ashlar.ai.application.StatsViews;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.Statistics;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.ai.domain.StatsRange;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statistics of random calls of four months, against the sums of the calls themselves. */
@PersistenceTest
@RolledBack
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the calls are stored once
class StatsViewMapperTest {
    private static final Instant START = Instant.parse("2026-01-15T00:00:00Z");
    private static final int HOURS = 120 * 24;
    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);

    @Autowired
    private Statistics statistics;

    @Autowired
    private DirtyHours dirtyHours;

    @Autowired
    private StatsViews views;

    @Autowired
    private JdbcClient jdbc;

    private StoredCalls calls;

    @BeforeAll
    void store(@Autowired PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            calls = new StoredCalls(jdbc, SEED);
            var hours = Stream.generate(() -> START.plus(Duration.ofHours(random.nextInt(HOURS))))
                    .limit(40)
                    .toList();
            hours.forEach(hour -> calls.add(10, hour));
            hours.stream().distinct().forEach(hour -> statistics.recompute(hour, START));
        });
    }

    @Test
    void totalsEqualThoseOfTheCalls() {
        for (var filter : filters()) {
            for (var range : ranges(StatsGrain.HOUR)) {
                assertThat(views.totals(filter, range))
                        .as("seed %s, %s, %s", SEED, filter, range)
                        .isEqualTo(expected(filter, range));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesEqualsTheCallsOfEachHourDayAndMonth(StatsGrain grain) {
        for (var filter : filters()) {
            for (var range : ranges(grain)) {
                var starts = Stream.iterate(range.from(), start -> start.isBefore(range.to()), grain::endOf);
                assertThat(views.series(filter, range, grain, 10_000))
                        .as("seed %s, %s, %s", SEED, filter, range)
                        .containsExactlyElementsOf(starts.map(start -> new BucketSums(
                                        start, calls.sums(filter, start, grain.endOf(start), call -> true)))
                                .filter(point -> point.sums().calls().requests() > 0)
                                .toList());
                assertThat(views.series(filter, range, grain, 2)).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ranksModels(StatsOrder order) {
        for (var filter : filters()) {
            for (var range : ranges(StatsGrain.HOUR)) {
                var expected = Stream.of("model-0", "model-1", "model-2")
                        .map(model -> new ModelSums(
                                model,
                                calls.sums(
                                        filter,
                                        range.from(),
                                        range.to(),
                                        call -> call.model().equals(model))))
                        .filter(ranked -> ranked.sums().calls().requests() > 0)
                        .sorted(by(order, ModelSums::sums).thenComparing(ModelSums::model))
                        .limit(2)
                        .toList();
                assertThat(views.topModels(filter, range, order, 2))
                        .as("seed %s, %s, %s", SEED, filter, range)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ranksUsers(StatsOrder order) {
        for (var given : filters()) {
            var filter = new StatsFilter(null, given.providerId(), given.model());
            for (var range : ranges(StatsGrain.HOUR)) {
                var expected = calls.users().stream()
                        .map(user -> new UserSums(
                                user,
                                calls.sums(
                                        filter,
                                        range.from(),
                                        range.to(),
                                        call -> call.userId().equals(user))))
                        .filter(ranked -> ranked.sums().calls().requests() > 0)
                        .sorted(by(order, UserSums::sums)
                                .thenComparing(ranked -> ranked.userId().value().toString()))
                        .limit(3)
                        .toList();
                assertThat(views.topUsers(given, range, order, 3))
                        .as("seed %s, %s, %s", SEED, filter, range)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void findsTheOldestMarkInARange() {
        dirtyHours.mark(List.of(START));
        var hour = Duration.ofHours(1);
        assertThat(views.oldestMark(StatsRange.of(StatsGrain.HOUR, START, START.plus(hour))))
                .hasValue(jdbc.sql("SELECT now()").query(Instant.class).single());
        assertThat(views.oldestMark(StatsRange.of(
                        StatsGrain.HOUR, START.plus(hour), START.plus(hour).plus(hour))))
                .isEmpty();
        assertThat(views.oldestMark(StatsRange.of(StatsGrain.HOUR, START.minus(hour), START)))
                .isEmpty();
    }

    private Sums expected(StatsFilter filter, StatsRange range) {
        return calls.sums(filter, range.from(), range.to(), call -> true);
    }

    private List<StatsFilter> filters() {
        var user = calls.users().getFirst();
        var provider = calls.providers().getFirst();
        return List.of(
                new StatsFilter(null, null, null),
                new StatsFilter(null, provider, null),
                new StatsFilter(null, null, "model-1"),
                new StatsFilter(null, provider, "model-1"),
                new StatsFilter(user, null, null),
                new StatsFilter(user, provider, null),
                new StatsFilter(user, null, "model-1"),
                new StatsFilter(user, provider, "model-1"));
    }

    private List<StatsRange> ranges(StatsGrain grain) {
        var ranges = new ArrayList<StatsRange>();
        ranges.add(StatsRange.of(grain, START, START.plus(Duration.ofHours(HOURS))));
        for (int i = 0; i < 2; i++) {
            var from = START.plus(Duration.ofHours(random.nextInt(HOURS)));
            ranges.add(StatsRange.of(grain, from, from.plus(Duration.ofHours(1 + random.nextInt(HOURS)))));
        }
        return ranges;
    }

    private static <T> Comparator<T> by(StatsOrder order, Function<T, Sums> sums) {
        Function<T, BigDecimal> figure = sums.andThen(row -> switch (order) {
            case COST -> row.costUsd();
            case REQUESTS -> BigDecimal.valueOf(row.calls().requests());
            case TOKENS ->
                BigDecimal.valueOf(row.tokens().promptTokens() + row.tokens().completionTokens());
        });
        return Comparator.comparing(figure).reversed();
    }
}
