// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.ai.application.StatsFigures;
import dev.ashlar.ai.application.StatsFigures.CallTotals;
import dev.ashlar.ai.application.StatsFigures.TokenTotals;
import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsOrder;
import dev.ashlar.ai.application.StatsPeriod;
import dev.ashlar.ai.application.StatsSeriesView;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.ai.application.StatsView;
import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.ai.application.TopModelsView;
import dev.ashlar.ai.application.TopUsersView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Percentiles;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class StatsControllerTest {
    private static final Actor USER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final UUID OTHER = UUID.fromString("019a0000-0000-7000-8000-0000000000e1");
    private static final UUID PROVIDER = UUID.fromString("019a0000-0000-7000-8000-0000000000e2");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");
    private static final StatsFilter ALL = new StatsFilter(null, null, null);
    private static final StatsPeriod DEFAULT = new StatsPeriod(null, null);
    private static final Period PERIOD = new Period(FROM, TO, TO.minusSeconds(9));
    private static final StatsFigures FIGURES = new StatsFigures(
            new CallTotals(3, 1, 2),
            new TokenTotals(10, 20, 5, 7),
            new BigDecimal("0.00001000"),
            new Percentiles(50, 95, 99),
            null);
    private static final String STATS = "/api/v1/ai/stats";

    @Autowired
    private StatsService stats;

    @Autowired
    private Caller client;

    @Test
    void getsTheFiguresOfAPeriod() {
        given(stats.totals(USER, ALL, DEFAULT)).willReturn(new StatsView(PERIOD, FIGURES));
        var answer = get(STATS);
        assertThat(answer.json().toString()).isEqualTo("""
                {"from":"2026-03-01T00:00:00Z","to":"2026-04-01T00:00:00Z","asOf":"2026-03-31T23:59:51Z",\
                "requests":3,"failures":1,"unpriced":2,\
                "tokens":{"promptTokens":10,"completionTokens":20,"cachedTokens":5,"reasoningTokens":7},\
                "costUsd":"0.00001000","latencyMs":{"p50":50,"p95":95,"p99":99},"ttftMs":null}""");
    }

    @Test
    void passesEachFilterOn() {
        given(stats.totals(any(), any(), any())).willReturn(new StatsView(PERIOD, FIGURES));
        get(STATS + "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z&model=small&provider=" + PROVIDER + "&userId="
                + OTHER);
        then(stats)
                .should()
                .totals(
                        USER,
                        new StatsFilter(new UserId(OTHER), new AiProviderId(PROVIDER), "small"),
                        new StatsPeriod(FROM, TO));
    }

    @Test
    void getsFiguresByDayUnlessAskedOtherwise() {
        var series = new StatsSeriesView(PERIOD, List.of(new StatsSeriesView.Point(FROM, FIGURES)));
        given(stats.series(USER, ALL, DEFAULT, StatsGrain.DAY)).willReturn(series);
        given(stats.series(USER, ALL, DEFAULT, StatsGrain.HOUR)).willReturn(new StatsSeriesView(PERIOD, List.of()));
        var point = get(STATS + "/series").json().at("/points/0");
        assertThat(point.at("/start").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(point.at("/requests").asInt()).isEqualTo(3);
        assertThat(get(STATS + "/series?by=hour").json().at("/points").isEmpty())
                .isTrue();
    }

    @Test
    void ranksModelsAndUsers() {
        given(stats.topModels(USER, ALL, DEFAULT, StatsOrder.COST, 10))
                .willReturn(new TopModelsView(PERIOD, List.of(new TopModelsView.RankedModel("small", FIGURES))));
        given(stats.topUsers(USER, ALL, DEFAULT, StatsOrder.TOKENS, 2))
                .willReturn(new TopUsersView(PERIOD, List.of(new TopUsersView.RankedUser(new UserId(OTHER), FIGURES))));
        assertThat(get(STATS + "/top-models").json().at("/items/0/model").asString())
                .isEqualTo("small");
        assertThat(get(STATS + "/top-users?by=tokens&limit=2")
                        .json()
                        .at("/items/0/userId")
                        .asString())
                .isEqualTo(OTHER.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?from=yesterday           | from
            ?provider=none            | provider
            /series?by=year           | by
            /top-models?by=latency    | by
            /top-users?limit=many     | limit
            /top-models?model=small   | model
            """)
    void refusesOtherParameters(String request, String parameter) {
        var answer = get(STATS + request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith(parameter + ": ");
    }

    @Test
    void tellsWhyTheServiceRefuses() {
        given(stats.totals(any(), any(), any()))
                .willThrow(KernelProblem.FORBIDDEN.because("It belongs to another user."));
        given(stats.topUsers(any(), any(), any(), any(), anyInt())).willThrow(Fields.invalid("limit", "must be small"));
        assertThat(get(STATS + "?userId=" + OTHER).status()).isEqualTo(403);
        assertThat(get(STATS + "/top-users?limit=9999").error()).startsWith("limit: must be small");
        assertThat(client.get(STATS).status()).isEqualTo(401);
    }

    private Caller.Answer get(String path) {
        return client.get(path, "Authorization", client.bearer(Role.STUDENT));
    }
}
