// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Refusals in the form of OpenAI. */
@ChatServer
class ChatRefusalsTest {
    @Autowired
    private Caller client;

    @Autowired
    private ChatWorkflow workflow;

    @Test
    void refusesACallerWithoutAToken() {
        var answer = client.send("POST", PATH, HELLO);
        assertError(answer, 401, "invalid_request_error", "invalid_api_key");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var answer = send(HELLO.replace("{\"role\":\"user\",\"content\":\"Hello\"}", "17"));
        assertError(answer, 400, "invalid_request_error", "request.invalid");
        assertThat(answer.json().at("/error/param").asString()).isEqualTo("messages.0");
    }

    @ParameterizedTest
    @CsvSource({"PUT, chat/completions, 405, request.method-not-allowed", "GET, nowhere, 404, request.not-found"})
    void refusesWhatIsNotThere(String method, String path, int status, String code) {
        var answer =
                client.send(method, OpenAiErrorForm.ROOT + path, null, "Authorization", client.bearer(Role.STUDENT));
        assertError(answer, status, "invalid_request_error", code);
    }

    @Test
    void refusesOtherBodiesThanJson() {
        var answer = client.send(
                "POST", PATH, HELLO, "Authorization", client.bearer(Role.STUDENT), "Content-Type", "text/plain");
        assertError(answer, 415, "invalid_request_error", "request.unsupported-media-type");
    }

    @Test
    void takesBodiesUpToItsLimit() {
        assertThat(send(HELLO.replace("Hello", "x".repeat(90_000))).status()).isEqualTo(200);
        assertError(
                send(HELLO.replace("Hello", "x".repeat(110_000))), 413, "invalid_request_error", "request.too-large");
    }

    @Test
    void tellsClientsNotToRetryBeyondABudget() {
        doThrow(AiProblem.BUDGET_EXCEEDED.because("Wait.").retryAfter(Duration.ofHours(3)))
                .when(workflow)
                .complete(any(), any());
        var answer = send(HELLO);
        assertError(answer, 429, "insufficient_quota", "insufficient_quota");
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        assertThat(answer.header("Retry-After")).isEqualTo("10800");
        assertThat(answer.json().at("/error/message").asString()).isEqualTo("Budget is exceeded. Wait.");
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_NOT_FOUND, 404, invalid_request_error, model_not_found",
        "MODEL_UNPRICED, 422, invalid_request_error, ai.model-unpriced",
        "PROVIDER_UNAVAILABLE, 503, server_error, ai.provider-unavailable"
    })
    void rendersRefusalsOfTheWorkflow(AiProblem problem, int status, String type, String code) {
        doThrow(problem.because("Why.")).when(workflow).complete(any(), any());
        assertError(send(HELLO), status, type, code);
    }

    @Test
    void rendersFaultsWithoutTheirCause() {
        doThrow(new IllegalStateException("internal")).when(workflow).complete(any(), any());
        var answer = send(HELLO);
        assertError(answer, 500, "server_error", "internal");
        assertThat(answer.text()).doesNotContain("IllegalState");
    }

    @Test
    void rendersRefusalsOfTheRate() {
        doThrow(KernelProblem.RATE_EXCEEDED.because("Wait.")).when(workflow).complete(any(), any());
        assertError(send(HELLO), 429, "invalid_request_error", "rate_limit_exceeded");
    }

    private Caller.Answer send(String body) {
        return client.send("POST", PATH, body, "Authorization", client.bearer(Role.STUDENT));
    }

    private static void assertError(Caller.Answer answer, int status, String type, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().at("/error/type").asString()).isEqualTo(type);
        assertThat(answer.json().at("/error/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/error/message").asString()).isNotBlank();
    }
}
