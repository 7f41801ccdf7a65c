// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.ai.application.InteractionDetails;
import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.application.ProcessedInteractions;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class InteractionControllerTest {
    private static final Actor USER = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    private static final InteractionId CALL =
            new InteractionId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    private static final AiProviderId PROVIDER =
            new AiProviderId(UUID.fromString("019a0000-0000-7000-8000-0000000000b1"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
    private static final String CALLS = "/api/v1/ai/interactions";
    private static final String ONE = CALLS + "/" + CALL.value();
    private static final InteractionFilter NONE = new InteractionFilter(null, null, null, null, null, null, null);

    @Autowired
    private InteractionService interactions;

    @Autowired
    private Caller client;

    @Test
    void listsInteractionsByDeclaredFilters() {
        var filter = new InteractionFilter(
                USER.userId(), PROVIDER, "sandbox-small", InteractionStatus.PENDING, false, FROM, TO);
        var next = Cursor.of("ai.interactions", CALL.createdAt(), CALL);
        given(interactions.list(USER, filter, new PageRequest(1, null))).willReturn(new Page<>(List.of(view()), next));
        var answer = get(CALLS + "?userId=" + Caller.USER + "&provider=" + PROVIDER.value()
                + "&model=sandbox-small&status=pending&error=false&from=" + FROM + "&to=" + TO + "&limit=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/origin/model").asString()).isEqualTo("sandbox-small");
        assertThat(answer.json().at("/items/0/result/status").asString()).isEqualTo("pending");
        assertThat(answer.json().at("/items/0/usage/promptTokens").asLong()).isEqualTo(1200);
        assertThat(answer.json().at("/items/0/costUsd").asString()).isEqualTo("0.00031500");
        assertThat(answer.header("Link")).contains("rel=\"next\"");
        given(interactions.list(USER, NONE, PageRequest.first())).willReturn(new Page<>(List.of(), null));
        assertThat(get(CALLS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"status=lost,status", "error=maybe,error", "provider=1,provider", "from=now,from", "name=x,name"})
    void refusesWrongFilters(String query, String name) {
        assertThat(get(CALLS + "?" + query).error()).startsWith(name + ": ");
    }

    @Test
    void returnsAnInteractionWithItsContents() {
        given(interactions.get(USER, CALL)).willReturn(details("{\"n\": [1]}", null));
        var answer = get(ONE);
        assertThat(answer.json().at("/id").asString()).isEqualTo(CALL.value().toString());
        assertThat(answer.json().at("/request/n/0").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/response").isNull()).isTrue();
        given(interactions.get(any(), any())).willThrow(AiProblem.INTERACTION_NOT_FOUND.because("None."));
        assertThat(get(ONE).code()).isEqualTo("ai.interaction-not-found");
        assertThat(get(CALLS + "/" + UUID.randomUUID()).status()).isEqualTo(400);
    }

    @Test
    void changesTheStatus() {
        given(interactions.change(USER, CALL, InteractionStatus.FAILED, "Nonsense"))
                .willReturn(details(null, null));
        var answer = send("PATCH", ONE, "{\"status\": \"failed\", \"error\": \"Nonsense\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        given(interactions.change(USER, CALL, InteractionStatus.PROCESSED, null))
                .willThrow(AiProblem.ILLEGAL_TRANSITION.because("Failed."));
        assertThat(send("PATCH", ONE, "{\"status\": \"processed\"}").status()).isEqualTo(409);
        assertThat(send("PATCH", ONE, "{}").error()).startsWith("/status: ");
        assertThat(send("PATCH", ONE, "{\"status\": \"lost\"}").error()).startsWith("/status: ");
        assertThat(send("PATCH", ONE, "{\"status\": \"failed\", \"error\": \"\"}")
                        .error())
                .startsWith("/error: ");
    }

    @Test
    void processesPendingInteractions() {
        var filter = new InteractionFilter(null, PROVIDER, "sandbox-small", null, null, FROM, TO);
        given(interactions.process(USER, filter, 1000)).willReturn(new ProcessedInteractions(1000, true));
        var answer = send("POST", CALLS + "/process", """
                {"limit": 1000, "provider": "%s", "model": "sandbox-small", "from": "%s", "to": "%s"}
                """.formatted(PROVIDER.value(), FROM, TO));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/processed").asInt()).isEqualTo(1000);
        assertThat(answer.json().at("/more").asBoolean()).isTrue();
        assertThat(send("POST", CALLS + "/process", "{\"limit\": 0}").error()).startsWith("/limit: ");
        assertThat(send("POST", CALLS + "/process", "{\"limit\": 10001}").error())
                .startsWith("/limit: ");
        then(interactions).should().process(any(), any(), anyInt());
    }

    private static InteractionDetails details(@Nullable String request, @Nullable String response) {
        return new InteractionDetails(view(), request, response);
    }

    private static InteractionView view() {
        return new InteractionView(
                CALL,
                new InteractionOrigin(PROVIDER, "sandbox-small", USER.userId(), "mentor", null),
                CallResult.succeeded(200, 850, null),
                new TokenUsage(1200, 350, 1000, 0, UsageSource.PROVIDER),
                1550L,
                new BigDecimal("0.00031500"),
                CALL.createdAt(),
                CALL.createdAt());
    }

    private Caller.Answer get(String path) {
        return client.get(path, "Authorization", client.bearer(Role.STUDENT));
    }

    private Caller.Answer send(String method, String path, @Nullable String body) {
        return client.send(method, path, body, "Authorization", client.bearer(Role.STUDENT));
    }
}
