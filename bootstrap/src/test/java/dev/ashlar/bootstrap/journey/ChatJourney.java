// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.provider.FakeProvider;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats with the fake provider, and what is stored of them. */
@JourneyTest
class ChatJourney {
    private static final String CHAT = "/api/v1/ai/v1/chat/completions";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private FakeProvider provider;

    private Api student;
    private JdbcClient rows;

    @BeforeEach
    void logIn() {
        student = Api.at(port).demo("student");
        rows = databases.database().psql();
    }

    @AfterEach
    void behave() {
        provider.order("");
    }

    @Test
    void storesWhatACallWas() {
        var answer = chat("Hello Ashlar", false).is(200);
        assertThat(answer.json().at("/choices/0/message/content").asString()).isEqualTo("You said: Hello Ashlar");
        var stored = stored(answer.header("x-request-id"));
        assertThat(stored.get("status")).hasToString("pending");
        assertThat(stored.get("completion_tokens")).isEqualTo(4L);
        assertThat(stored.get("usage_source")).hasToString("provider");
        assertThat((BigDecimal) stored.get("cost_usd")).isPositive();
        assertThat(stored.get("trace_id"))
                .isEqualTo(answer.header("traceparent").split("-")[1]);
        assertThat(stored.get("request").toString()).contains("Hello Ashlar");
        assertThat(stored.get("response").toString()).contains("You said");
    }

    @Test
    void storesAStreamAsAWhole() {
        var answer = chat("Hello stream", true).is(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.text()).endsWith("data: [DONE]\n\n").doesNotContain("\"usage\"");
        var stored = stored(answer.header("x-request-id"));
        assertThat(stored.get("completion_tokens")).isEqualTo(4L);
        assertThat(stored.get("usage_source")).hasToString("provider");
        assertThat(stored.get("ttft_ms")).isNotNull();
        assertThat(stored.get("response").toString()).contains("You said: Hello stream");
    }

    @Test
    void storesAStreamThatBreaksOffAsFailed() {
        var answer = chat("one two three four !break", true).is(200);
        assertThat(answer.text()).contains("stream_broken_off").doesNotContain("[DONE]");
        var stored = stored(answer.header("x-request-id"));
        assertThat(stored.get("status")).hasToString("failed");
        assertThat(stored.get("usage_source")).hasToString("estimated");
        assertThat((BigDecimal) stored.get("cost_usd")).isPositive();
    }

    @Test
    void storesTheAttemptsAtAProviderThatFails() {
        provider.order("!error 500");
        var answer = chat("Hi", false);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/error/code").asString()).isEqualTo("ai.provider-unavailable");
        assertThat(rows.sql("SELECT count(*) FROM ai.ai_interactions WHERE status_code = 500 AND status = 'failed'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void storesBodiesThatPostgreSqlCannotHold() {
        var answer = student.send("POST", CHAT, """
                {"model": "sandbox-small", "messages": [{"role": "user", "content": "a\\u0000b\\ud800"}], "x": 1e999999}""").is(200);
        assertThat(stored(answer.header("x-request-id")).get("completion_tokens"))
                .isEqualTo(3L);
    }

    @Test
    void refusesNewcomersWhoseAddressIsNotVerified() {
        var answer = Api.at(port).newcomer().post(CHAT, body("Hi", false));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/error/message").asString()).contains("not verified");
    }

    @Test
    void holdsABudget() {
        rows.sql("""
                        INSERT INTO ai.ai_budgets (id, scope, user_id, period, limit_usd, opened_at, created_at, updated_at)
                        VALUES (gen_random_uuid(), 'user', ?::uuid, 'day', 0.00000001, now(), now(), now())""").param(student.myId()).update();
        var answer = chat("Hi", false);
        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.json().at("/error/type").asString()).isEqualTo("insufficient_quota");
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        rows.sql("DELETE FROM ai.ai_budget_windows").update();
        rows.sql("DELETE FROM ai.ai_budgets").update();
    }

    private Api.Answer chat(String message, boolean stream) {
        return student.post(CHAT, body(message, stream));
    }

    private static Map<String, Object> body(String message, boolean stream) {
        return Map.of(
                "model",
                "sandbox-small",
                "messages",
                List.of(Map.of("role", "user", "content", message)),
                "stream",
                stream);
    }

    /** The answer has its last byte before the interaction is stored. */
    private Map<String, Object> stored(String id) {
        var query = rows.sql("SELECT * FROM ai.ai_interactions WHERE id = ?::uuid")
                .param(id)
                .query();
        await().until(() -> query.listOfRows().size() == 1);
        return query.singleRow();
    }
}
