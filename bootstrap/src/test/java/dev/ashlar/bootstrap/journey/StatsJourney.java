// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Statistics before and after the job that recomputes them. */
@JourneyTest
class StatsJourney {
    private static final String STATS = "/api/v1/ai/stats";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private StatsRecomputation recomputation;

    private JdbcClient psql;
    private Api owner;
    private UUID provider;

    @BeforeEach
    void people() {
        psql = databases.database().psql();
        owner = Api.at(port).newcomer();
        provider = Calls.provider(databases.database().owner());
    }

    @Test
    void equalTheStoredCallsAfterTheJob() {
        var paths = IntStream.range(0, 3)
                .mapToObj(_ ->
                        owner.post(Calls.PATH, Calls.call(provider)).is(201).header("Location"))
                .toList();
        assertThat(stats("").at("/requests").asInt()).isZero();

        runTheJob();
        assertThat(counts()).containsExactly(3, 0);
        assertTotalsEqualStoredCalls();
        assertThat(stats("").at("/latencyMs/p50").asInt()).isBetween(765, 935);

        owner.send("PATCH", paths.getFirst(), "{\"status\": \"failed\", \"error\": \"Nonsense\"}")
                .is(200);
        owner.post(Calls.PATH, Calls.call(provider)).is(201);
        assertThat(counts()).containsExactly(3, 0);
        runTheJob();
        assertThat(counts()).containsExactly(4, 1);
        assertTotalsEqualStoredCalls();
        assertThat(stats("/series?by=hour")
                        .at("/points")
                        .valueStream()
                        .mapToInt(point -> point.at("/requests").asInt())
                        .sum())
                .isEqualTo(4);
        assertThat(stats("/top-models").at("/items"))
                .extracting(
                        item -> item.at("/model").asString(),
                        item -> item.at("/requests").asInt())
                .containsExactly(tuple("sandbox-small", 4));
    }

    @Test
    void showEachUserTheOwnCallsAndAdministratorsAll() {
        var other = Api.at(port).newcomer();
        owner.post(Calls.PATH, Calls.call(provider)).is(201);
        other.post(Calls.PATH, Calls.call(provider)).is(201);
        runTheJob();
        var admin = Api.at(port).demo("admin");
        var ofProvider = "?provider=" + provider;
        assertThat(stats(ofProvider).at("/requests").asInt()).isEqualTo(1);
        assertThat(json(admin, ofProvider).at("/requests").asInt()).isEqualTo(2);
        assertThat(json(admin, ofProvider + "&userId=" + other.myId())
                        .at("/requests")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(admin, "/top-users" + ofProvider).at("/items"))
                .extracting(item -> item.at("/userId").asString())
                .containsExactlyInAnyOrder(owner.myId(), other.myId());
        owner.get(STATS + "/top-users").isProblem(403, "auth.forbidden");
    }

    private void assertTotalsEqualStoredCalls() {
        var totals = stats("");
        var stored = stored();
        assertThat(totals.at("/requests").asLong()).isEqualTo(stored.get("requests"));
        assertThat(totals.at("/tokens/promptTokens").asLong()).isEqualTo(stored.get("prompt_tokens"));
        assertThat(totals.at("/tokens/completionTokens").asLong()).isEqualTo(stored.get("completion_tokens"));
        assertThat(new BigDecimal(totals.at("/costUsd").asString()))
                .isEqualByComparingTo((BigDecimal) stored.get("cost_usd"))
                .isPositive();
    }

    /** Returns the numbers of calls and failures of the owner. */
    private List<Integer> counts() {
        var totals = stats("");
        return List.of(totals.at("/requests").asInt(), totals.at("/failures").asInt());
    }

    private Map<String, Object> stored() {
        return psql.sql("""
                        SELECT count(*) AS requests, sum(prompt_tokens)::bigint AS prompt_tokens,
                            sum(completion_tokens)::bigint AS completion_tokens, sum(cost_usd) AS cost_usd
                        FROM ai.ai_interactions
                        WHERE user_id = ?""").param(UUID.fromString(owner.myId())).query().singleRow();
    }

    /** Runs the job some seconds later, when it takes the marks. */
    private void runTheJob() {
        psql.sql("UPDATE ai.ai_dirty_hours SET created_at = created_at - INTERVAL '1 minute'")
                .update();
        while (recomputation.recompute() > 0) {}
    }

    private JsonNode stats(String query) {
        return json(owner, query);
    }

    private static JsonNode json(Api person, String query) {
        return person.get(STATS + query).is(200).json();
    }
}
