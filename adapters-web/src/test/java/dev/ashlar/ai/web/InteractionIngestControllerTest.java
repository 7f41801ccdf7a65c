// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.ai.application.IngestedInteraction;
import dev.ashlar.ai.application.IngestedInteractions;
import dev.ashlar.ai.application.InteractionDetails;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class InteractionIngestControllerTest {
    private static final Actor USER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final InteractionId CALL =
            new InteractionId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    private static final AiProviderId PROVIDER =
            new AiProviderId(UUID.fromString("019a0000-0000-7000-8000-0000000000b1"));
    private static final InteractionOrigin ORIGIN =
            new InteractionOrigin(PROVIDER, "sandbox-small", USER.userId(), "mentor", null);
    private static final String CALLS = "/api/v1/ai/interactions";
    private static final String ID = "\"id\": \"" + CALL.value() + "\"";
    private static final String FROM =
            "\"origin\": {\"providerId\": \"" + PROVIDER.value() + "\", \"model\": \"sandbox-small\"}";
    private static final String LEAST = "{" + ID + ", " + FROM + ", \"result\": {}}";

    @Autowired
    private InteractionIngestService ingest;

    @Autowired
    private Caller client;

    @Test
    void storesAnInteraction() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var other = new UserId(UUID.fromString("019a0000-0000-7000-8000-0000000000c1"));
        var call = new Interaction(
                CALL,
                new InteractionOrigin(PROVIDER, "sandbox-small", other, "admin", trace),
                CallResult.failed(503, "Overloaded", 850, 12),
                new TokenUsage(1200, 350, 1000, 5, UsageSource.ESTIMATED),
                null,
                "{\"model\":\"m\"}",
                "[1]");
        given(ingest.ingest(USER, call)).willReturn(stored(call, true));
        var answer = post("""
                {%s, "origin": {"providerId": "%s", "model": "sandbox-small", "userId": "%s", "platform": "admin",
                 "traceId": "%s"},
                 "result": {"statusCode": 503, "error": "Overloaded", "responseTimeMs": 850, "ttftMs": 12},
                 "usage": {"promptTokens": 1200, "completionTokens": 350, "cachedTokens": 1000, "reasoningTokens": 5,
                 "usageSource": "estimated"}, "request": {"model": "m"}, "response": [1]}
                """.formatted(ID, PROVIDER.value(), other.value(), trace));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(CALLS + "/" + CALL.value());
        assertThat(answer.json().at("/request/model").asString()).isEqualTo("m");
    }

    @Test
    void answersARetryWithTheStoredInteraction() {
        var call = new Interaction(CALL, ORIGIN, CallResult.succeeded(null, null, null), null, null, null, null);
        given(ingest.ingest(USER, call)).willReturn(stored(call, false));
        var answer = post(LEAST);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/id").asString()).isEqualTo(CALL.value().toString());
        given(ingest.ingest(any(), any())).willThrow(AiProblem.INTERACTION_ID_TAKEN.because("Taken."));
        assertThat(post(LEAST).code()).isEqualTo("ai.interaction-id-taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"prompt_tokens\": 10, \"completion_tokens\": 5, \"prompt_tokens_details\": {\"cached_tokens\": 4}}|4|0",
                "{\"input_tokens\": 10, \"output_tokens\": 5, \"output_tokens_details\": {\"reasoning_tokens\": 3}}|0|3"
            })
    void readsTheUsageOfAProvider(String usage, long cached, long reasoning) {
        var tokens = new TokenUsage(10, 5, cached, reasoning, UsageSource.PROVIDER);
        var call = new Interaction(CALL, ORIGIN, CallResult.succeeded(null, null, null), tokens, null, null, null);
        given(ingest.ingest(USER, call)).willReturn(stored(call, true));
        var body = "{" + ID + ", " + FROM + ", \"result\": {}, \"providerUsage\": " + usage + "}";
        var answer = post(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{F, R}|/id",
                "{\"id\": \"b0a0cb58-5e6b-4c45-8c61-3ce0dfa2c1d4\", F, R}|/id: must be a UUIDv7",
                "{I, R}|/origin",
                "{I, F}|/result",
                "{I, \"origin\": {}, R}|/origin/",
                "{I, F, \"result\": {\"statusCode\": 99}}|/result/statusCode",
                "{I, F, R, \"usage\": {\"promptTokens\": 1}}|/usage/completionTokens",
                "{I, F, R, \"usage\": {\"promptTokens\": 1, \"completionTokens\": 1, \"cachedTokens\": 2}}|/usage/cachedTokens",
                "{I, F, R, \"providerUsage\": {}}|/providerUsage: must be the usage of",
                "{I, F, R, U, \"providerUsage\": {\"input_tokens\": 1}}|/providerUsage: must not be there",
                "{I, F, R, \"status\": \"processed\"}|/status",
                "{I, F, R, \"costUsd\": \"0\"}|/costUsd"
            })
    void refusesWrongFields(String body, String error) {
        var whole = body.replace("I,", ID + ",")
                .replace("F,", FROM + ",")
                .replace("F}", FROM + "}")
                .replace("U,", "\"usage\": {\"promptTokens\": 1, \"completionTokens\": 1},")
                .replaceAll("R(?=[,}])", "\"result\": {}");
        var one = post(whole);
        assertThat(one.status()).isEqualTo(400);
        assertThat(one.error()).startsWith(error);
        var many = lines(LEAST + "\n" + whole);
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.error()).startsWith("/2" + error);
    }

    @Test
    void storesTheInteractionsOfAllLines() {
        var call = new Interaction(CALL, ORIGIN, CallResult.succeeded(null, null, null), null, null, null, null);
        given(ingest.ingestAll(USER, List.of(call, call))).willReturn(new IngestedInteractions(1, 1));
        for (var type : List.of("application/jsonl", "application/x-ndjson", "application/x-ndjson;charset=UTF-8")) {
            var answer = client.send(
                    "POST",
                    CALLS + "/bulk",
                    LEAST + "\r\n" + LEAST + "\n",
                    "Authorization",
                    client.bearer(Role.STUDENT),
                    "Content-Type",
                    type);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().at("/stored").asInt()).isEqualTo(1);
            assertThat(answer.json().at("/known").asInt()).isEqualTo(1);
        }
    }

    @Test
    void namesLinesThatCannotBeReadByTheirNumbers() {
        var answer = lines("{\n\n" + LEAST + "\n" + LEAST + "x\n[]\nnull");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("because 5 lines are not valid");
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/1", "/2", "/4", "/5", "/6");
        assertThat(lines("x\n".repeat(30)).text()).contains("at least 20 lines");
        assertThat(lines("\n").status()).isEqualTo(400);
        then(ingest).shouldHaveNoInteractions();
    }

    @Test
    void refusesOtherFormsOfManyInteractions() {
        var answer = client.send("POST", CALLS + "/bulk", LEAST, "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text()).contains("Send application/jsonl or application/x-ndjson.");
    }

    private static IngestedInteraction stored(Interaction call, boolean isNew) {
        var view = new InteractionView(
                call.id(), call.origin(), call.result(), call.usage(), null, null, call.createdAt(), call.createdAt());
        return new IngestedInteraction(new InteractionDetails(view, call.request(), call.response()), isNew);
    }

    private Caller.Answer post(String body) {
        return client.send("POST", CALLS, body, "Authorization", client.bearer(Role.STUDENT));
    }

    private Caller.Answer lines(String body) {
        return client.send(
                "POST",
                CALLS + "/bulk",
                body,
                "Authorization",
                client.bearer(Role.STUDENT),
                "Content-Type",
                "application/jsonl");
    }
}
