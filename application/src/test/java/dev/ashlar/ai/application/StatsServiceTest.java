// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.ashlar.ai.application.StatsFigures.CallTotals;
import dev.ashlar.ai.application.StatsFigures.TokenTotals;
import dev.ashlar.ai.application.StatsRows.BucketSums;
import dev.ashlar.ai.application.StatsRows.ModelSums;
import dev.ashlar.ai.application.StatsRows.Sums;
import dev.ashlar.ai.application.StatsRows.UserSums;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Percentiles;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-05T10:15:30Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END_OF_HOUR = Instant.parse("2026-03-05T11:00:00Z");
    private static final StatsPeriod DEFAULT = new StatsPeriod(null, null);
    private static final StatsFilter ALL = new StatsFilter(null, null, null);
    private static final Sums SUMS = new Sums(
            new CallTotals(3, 1, 0), new TokenTotals(10, 20, 5, 7), new BigDecimal("0.00001000"), "2000000000000", "0");

    private final Actor user = actor(1, Role.STUDENT);
    private final Actor other = actor(2, Role.STUDENT);
    private final Actor admin = actor(3, Role.ADMIN);
    private final StatsViews views = mock();
    private final StatsService stats = new StatsService(views, () -> NOW);

    @BeforeEach
    void answer() {
        given(views.oldestMark(any())).willReturn(Optional.empty());
        given(views.totals(any(), any())).willReturn(SUMS);
    }

    @Test
    void givesUsersTheirOwnFiguresOnly() {
        stats.totals(user, ALL, DEFAULT);
        stats.totals(user, of(user), DEFAULT);
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.totals(user, of(other), DEFAULT));
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.series(user, of(other), DEFAULT, StatsGrain.DAY));
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.topModels(user, of(other), DEFAULT, StatsOrder.COST, 1));
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.topUsers(user, of(user), DEFAULT, StatsOrder.COST, 1));

        then(views).should(times(2)).totals(eq(of(user)), any());
        then(views).should(never()).totals(eq(ALL), any());
    }

    @Test
    void givesAdministratorsAllFiguresOrThoseOfOneUser() {
        stats.totals(admin, ALL, DEFAULT);
        stats.totals(admin, of(other), DEFAULT);
        then(views).should().totals(eq(ALL), any());
        then(views).should().totals(eq(of(other)), any());
        var withoutFactor = new Actor(admin.userId(), Role.ADMIN, Actor.DEFAULT_PLATFORM, true, true);
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.totals(withoutFactor, of(other), DEFAULT));
        assertRefused(KernelProblem.FORBIDDEN, () -> stats.topUsers(withoutFactor, ALL, DEFAULT, StatsOrder.COST, 1));
    }

    @Test
    void coversTheMonthUntilNowUnlessAPeriodIsGiven() {
        assertThat(stats.series(user, ALL, DEFAULT, StatsGrain.HOUR).period())
                .isEqualTo(new StatsView.Period(MARCH, END_OF_HOUR, NOW));
        assertThat(stats.totals(user, ALL, new StatsPeriod(null, MARCH))
                        .period()
                        .from())
                .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(stats.totals(user, ALL, new StatsPeriod(NOW.minusSeconds(1), null))
                        .period()
                        .from())
                .isEqualTo(END_OF_HOUR.minusSeconds(3600));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> stats.totals(user, ALL, new StatsPeriod(NOW, null)));
    }

    /** One row has the sums of the month until now; those of its days and hours are hundreds for each user. */
    @Test
    void sumsUpTheWholeMonthInWhichThePresentIs() {
        var april = Instant.parse("2026-04-01T00:00:00Z");
        var until = new StatsPeriod(MARCH, NOW);
        assertThat(stats.totals(user, ALL, DEFAULT).period()).isEqualTo(new StatsView.Period(MARCH, april, NOW));
        assertThat(stats.topModels(user, ALL, until, StatsOrder.COST, 1)
                        .period()
                        .to())
                .isEqualTo(april);
        assertThat(stats.topUsers(admin, ALL, until, StatsOrder.COST, 1)
                        .period()
                        .to())
                .isEqualTo(april);
        var past = new StatsPeriod(MARCH, END_OF_HOUR.minusSeconds(3600));
        assertThat(stats.totals(user, ALL, past).period().to()).isEqualTo(past.to());
    }

    @Test
    void saysUpToWhenCallsAreCounted() {
        given(views.oldestMark(any())).willReturn(Optional.of(NOW.minusSeconds(40)));
        assertThat(stats.totals(user, ALL, DEFAULT).period().asOf()).isEqualTo(NOW.minusSeconds(40));
        given(views.oldestMark(any())).willReturn(Optional.of(NOW.plusSeconds(40)));
        assertThat(stats.totals(user, ALL, DEFAULT).period().asOf()).isEqualTo(NOW);
    }

    @Test
    void turnsHistogramsIntoPercentiles() {
        var figures = stats.totals(user, ALL, DEFAULT).figures();
        assertThat(figures.latencyMs()).isEqualTo(new Percentiles(10, 10, 10));
        assertThat(figures.ttftMs()).isNull();
        assertThat(figures.costUsd()).isEqualTo("0.00001000");
    }

    @Test
    void dividesAPeriodIntoAtMostTheHoursOfAMonth() {
        var march = new StatsPeriod(MARCH, Instant.parse("2026-04-01T00:00:00Z"));
        given(views.series(eq(of(user)), any(), eq(StatsGrain.HOUR), anyInt()))
                .willReturn(List.of(new BucketSums(MARCH, SUMS)));
        assertThat(stats.series(user, ALL, march, StatsGrain.HOUR).points())
                .singleElement()
                .returns(MARCH, StatsSeriesView.Point::start);
        var longer = new StatsPeriod(MARCH, Instant.parse("2026-04-01T00:00:01Z"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> stats.series(user, ALL, longer, StatsGrain.HOUR));
        assertThat(stats.series(user, ALL, longer, StatsGrain.DAY).period().to())
                .isEqualTo(Instant.parse("2026-04-02T00:00:00Z"));
    }

    @Test
    void ranksModelsAndUsers() {
        given(views.topModels(eq(of(user)), any(), eq(StatsOrder.TOKENS), eq(7)))
                .willReturn(List.of(new ModelSums("small", SUMS)));
        given(views.topUsers(eq(ALL), any(), eq(StatsOrder.REQUESTS), eq(100)))
                .willReturn(List.of(new UserSums(other.userId(), SUMS)));
        assertThat(stats.topModels(user, ALL, DEFAULT, StatsOrder.TOKENS, 7).items())
                .singleElement()
                .returns("small", TopModelsView.RankedModel::model);
        assertThat(stats.topUsers(admin, ALL, DEFAULT, StatsOrder.REQUESTS, 100).items())
                .singleElement()
                .returns(other.userId(), TopUsersView.RankedUser::userId);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void ranksFromOneToAHundred(int limit) {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> stats.topModels(user, ALL, DEFAULT, StatsOrder.COST, limit));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> stats.topUsers(admin, ALL, DEFAULT, StatsOrder.COST, limit));
    }

    private static StatsFilter of(Actor actor) {
        return new StatsFilter(actor.userId(), null, null);
    }

    private static Actor actor(long number, Role role) {
        return new Actor(new UserId(new UUID(0x7000, number)), role, Actor.DEFAULT_PLATFORM);
    }
}
