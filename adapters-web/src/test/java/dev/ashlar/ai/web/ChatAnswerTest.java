// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.SECRET;
import static dev.ashlar.ai.web.Chats.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers in one piece, from a provider that works, refuses, fails or sends nonsense. */
@ChatServer
class ChatAnswerTest {
    private static final String COMPLETION = """
            {"id":"1","unknown":[1.50],"choices":[{"index":0,"message":{"role":"assistant","content":"Hello you"}}],
             "usage":{"prompt_tokens":9,"completion_tokens":2}}""";

    private final Chats chats;
    private final ScriptedProvider first;
    private final ScriptedProvider second;

    @Autowired
    ChatAnswerTest(Caller client, ChatWorkflow workflow) {
        chats = new Chats(client, workflow);
        first = chats.first;
        second = chats.second;
    }

    @AfterEach
    void close() {
        chats.close();
    }

    @Test
    void passesRequestAndAnswerOn() {
        first.answer(exchange -> exchange.json(200, COMPLETION));
        var answer = chats.send(HELLO.replace("}]}", "}],\"unknown\":{\"x\":1.0}}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(COMPLETION);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("x-request-id")).matches("[0-9a-f-]{36}");
        var request = first.requests.getFirst();
        assertThat(request.head())
                .startsWith("POST /v1/chat/completions HTTP/1.1")
                .containsIgnoringCase("Authorization: Bearer " + SECRET)
                .doesNotContainIgnoringCase("Accept-Encoding");
        assertThat(request.body())
                .isEqualTo(HELLO.replace("}]}", "}],\"unknown\":{\"x\":1.0}}").replace("gpt", "real-name"));
        var attempt = chats.attempts.getFirst();
        assertThat(attempt.usage()).isEqualTo(new TokenUsage(9, 2, 0, 0, UsageSource.PROVIDER));
        assertThat(attempt.result().status()).isEqualTo(InteractionStatus.PENDING);
        assertThat(attempt.result().statusCode()).isEqualTo(200);
        assertThat(attempt.response()).isEqualTo(COMPLETION);
    }

    @Test
    void passesNoOtherHeadersOn() {
        first.answer(exchange -> exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: a=b\r\n"
                + "X-Provider: inside\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"));
        var answer = chats.send(HELLO, "Cookie", "session=secret");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("X-Provider")).isNull();
        assertThat(first.requests
                        .getFirst()
                        .head()
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("authorization", "content-length", "content-type", "host", "user-agent");
    }

    @Test
    void estimatesTheUsageThatIsMissing() {
        first.answer(exchange -> exchange.json(200, COMPLETION.replace("usage", "other")));
        chats.send(HELLO);
        assertThat(chats.attempts.getFirst().usage()).isEqualTo(TokenUsage.estimated(HELLO.length(), 9));
    }

    @Test
    void callsADeploymentOfAzure() {
        first.answer(exchange -> exchange.json(200, COMPLETION));
        var endpoint = new ProviderEndpoint(
                ProviderType.AZURE,
                first.url().replace("/v1", ""),
                AuthType.API_KEY,
                true,
                new ProviderSettings(List.of(), "2024-10-21", ProviderTimeouts.DEFAULT));
        chats.through(provider(endpoint));
        assertThat(chats.send(HELLO).status()).isEqualTo(200);
        assertThat(first.requests.getFirst().head())
                .startsWith("POST /openai/deployments/gpt/chat/completions?api-version=2024-10-21 HTTP/1.1")
                .containsIgnoringCase("api-key: " + SECRET)
                .doesNotContain("Bearer");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 408, 429, 500, 502, 503})
    void asksTheNextProvider(int status) {
        first.answer(exchange -> exchange.json(status, "{\"error\":{\"message\":\"" + SECRET + "\"}}"));
        second.answer(exchange -> exchange.json(200, COMPLETION));
        chats.through(provider(first.url()), provider(second.url()));
        assertThat(chats.send(HELLO).text()).isEqualTo(COMPLETION);
        assertThat(chats.attempts)
                .extracting(attempt -> attempt.result().status())
                .containsExactly(InteractionStatus.FAILED, InteractionStatus.PENDING);
        assertThat(chats.attempts.getFirst().result().statusCode()).isEqualTo(status);
        assertThat(chats.attempts.getFirst().usage()).isNull();
        assertThat(chats.attempts.toString()).doesNotContain(SECRET);
    }

    @Test
    void recordsAnAnswerWhoseStatusHttpDoesNotHave() {
        first.answer(exchange -> exchange.json(999, "{}"));
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().statusCode()).isNull();
        assertThat(chats.attempts.getFirst().result().error()).contains("999");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void passesRefusalsOfTheRequestOnWithoutTheSecret(int status) {
        first.answer(exchange -> exchange.json(status, "{\"error\":{\"message\":\"bad " + SECRET + "\"}}"));
        var answer = chats.send(HELLO);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"error\":{\"message\":\"bad ***\"}}");
        assertThat(chats.attempts.getFirst().isFinal()).isTrue();
        assertThat(chats.attempts.getFirst().result().error()).contains(String.valueOf(status));
    }

    /** JSON has several spellings of a text. */
    @ParameterizedTest
    @ValueSource(strings = {"sk-very\\/secret", "\\u0073k-very/secret"})
    void hidesTheSecretHoweverItIsSpelled(String spelled) {
        first.answer(exchange -> exchange.json(400, "{\"error\":{\"message\":\"bad " + spelled + "\"}}"));
        assertThat(chats.send(HELLO).text()).isEqualTo("{\"error\":{\"message\":\"bad ***\"}}");
    }

    @Test
    void boundsARefusal() {
        first.answer(exchange -> exchange.json(400, "{\"error\":\"" + "x".repeat(64 * 1024) + "\"}"));
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).contains("more than 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html        | <html>     | is not application/json",
                "application/json | <html>     | no JSON object",
                "application/json | [1]        | no JSON object",
                "application/json | {\"a\":    | no JSON object"
            })
    void takesNonsenseForAFailure(String mediaType, String body, String error) {
        first.answer(exchange -> exchange.answer(200, mediaType, body));
        var answer = chats.send(HELLO);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/error/type").asString()).isEqualTo("server_error");
        assertThat(chats.attempts.getFirst().result().error()).contains(error);
    }

    @Test
    void takesAnAnswerThatBreaksOffForAFailure() {
        first.answer(exchange -> exchange.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"a\""));
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).contains("connection to the provider failed");
    }

    @Test
    void boundsAnAnswer() {
        first.answer(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int number = 0; number < 300; number++) {
                exchange.chunk("[".repeat(64 * 1024));
            }
            exchange.end();
        });
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).contains("more than");
    }

    @Test
    void boundsTheTimeToTheFirstByte() {
        first.answer(ScriptedProvider.Exchange::awaitClose);
        chats.through(provider(first.url(), new ProviderTimeouts(1000, 200, 60_000)));
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).isEqualTo("The provider did not answer in time.");
        assertThat(chats.attempts.getFirst().result().responseTimeMs()).isLessThan(30_000);
        await().until(() -> first.abandoned.get() == 1);
    }

    @Test
    void boundsTheTimeBetweenBytes() {
        first.answer(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"a\"");
            exchange.awaitClose();
        });
        chats.through(provider(first.url(), new ProviderTimeouts(1000, 60_000, 200)));
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).isEqualTo("The provider did not answer in time.");
        assertThat(chats.attempts.getFirst().result().responseTimeMs()).isLessThan(30_000);
    }

    @Test
    void noticesThatNobodyListens() {
        first.close();
        assertThat(chats.send(HELLO).status()).isEqualTo(503);
        assertThat(chats.attempts.getFirst().result().error()).isEqualTo("The provider could not be reached.");
        assertThat(chats.attempts.getFirst().result().statusCode()).isNull();
    }

    @Test
    void suspendsCallsOfAProviderThatFails() {
        first.answer(exchange -> exchange.json(500, "{}"));
        var provider = provider(first.url());
        chats.through(provider);
        for (int number = 0; number < 7; number++) {
            assertThat(chats.send(HELLO).status()).isEqualTo(503);
        }
        assertThat(first.requests).hasSize(5);
        assertThat(chats.attempts).hasSize(5);
    }
}
