// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Clients that take more than their share, and operators with a separate port. */
@ExtendWith(OutputCaptureExtension.class) // first, so that it sees the start
@JourneyTest
@Tag("exhaustive")
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "ashlar.rate-limits.mail.quota=3",
            "ashlar.rate-limits.mail.window=1h",
            JourneyParts.QUICK_PASSWORDS + "=false"
        })
class GreedyClientsJourney {
    private static final int MANY = 200;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void reportsTheAddressOfHealthAfterTheStart(CapturedOutput output) {
        assertThat(output)
                .contains(
                        "Ashlar serves http://localhost:" + port,
                        "health         http://localhost:" + managementPort + "/actuator/health");
    }

    @Test
    void answersEverybodyWhileManyBodiesAreLate() throws IOException, InterruptedException, ExecutionException {
        try (var slow = SlowClients.sending(
                port,
                MANY,
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")) {
            var answers = atOnce(20, () -> Api.at(port).get("/api/articles").status());

            assertThat(answers).containsOnly(200);
            assertThat(Api.at(managementPort).get("/actuator/health").status()).isEqualTo(200);
            assertThat(slow.open()).isEqualTo(MANY);
        }
    }

    @Test
    void refusesLoginsBeyondAShortQueueAndAnswersAllOtherRequests()
            throws IOException, InterruptedException, ExecutionException {
        var nobody = Api.at(port);
        var number = new AtomicInteger();

        var answers = atOnce(
                140,
                () -> nobody.post(
                        "/api/v1/auth/login",
                        Map.of("email", number.incrementAndGet() + "@ashlar.example", "password", "wrong password")));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(401, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    answer.isProblem(503, "request.unavailable");
                    assertThat(answer.header("Retry-After")).isEqualTo("2");
                });
    }

    @Test
    void limitsMailsOfAnAddressWhateverAddressItClaims() {
        var nobody = Api.at(port);
        for (int sent = 0; sent < 3; sent++) {
            assertThat(forgot(nobody, sent).status()).isEqualTo(202);
        }

        var refused = forgot(nobody, 3).isProblem(429, "request.rate-exceeded");

        assertThat(refused.header("Retry-After")).isEqualTo("1200");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"mail\";q=3;w=3600");
        var user = Map.of("email", "flood@ashlar.example", "username", "flood", "password", "a long password");
        assertThat(nobody.post("/api/users", Map.of("user", user)).status()).isEqualTo(429);
    }

    private static Api.Answer forgot(Api api, int number) {
        return api.post(
                "/api/v1/auth/password/forgot",
                Map.of("email", number + "@ashlar.example"),
                "X-Forwarded-For",
                "203.0.113." + number);
    }

    private static <T> List<T> atOnce(int calls, Callable<T> call) throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = callers.invokeAll(
                    IntStream.range(0, calls).mapToObj(_ -> call).toList());
            var answers = Stream.<T>builder();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers.build().toList();
        }
    }
}
