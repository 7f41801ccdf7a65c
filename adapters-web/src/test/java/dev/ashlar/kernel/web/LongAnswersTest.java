// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.limits.ArrivedRequest;
import dev.ashlar.kernel.web.limits.LargeBodies;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

@SampleServer
@Import({LongAnswersTest.LongController.class, LongAnswersTest.Sizes.class})
class LongAnswersTest {
    private static final String PATH = "/api/v1/long-samples";

    @Autowired
    private Caller client;

    @Test
    void aVirtualThreadWritesTheAnswerWithAllHeaders() {
        var answer = client.send("POST", PATH, "thread");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("virtual");
        assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aBodyThatArrivesLateIsAnsweredToo() {
        var request = client.request(PATH)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("thread".getBytes(StandardCharsets.UTF_8))))
                .build();
        for (int number = 0; number < 3; number++) {
            assertThat(client.send(request).text()).isEqualTo("virtual");
        }
    }

    @ParameterizedTest
    @CsvSource({"refuse, 503, request.unavailable", "fail, 500, internal"})
    void aFailureBecomesAProblem(String body, int status, String code) {
        var answer = client.send("POST", PATH, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("traceId").asString(""))
                .isEqualTo(answer.header("traceparent").split("-")[1]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPathMayTakeLargerBodies(boolean announced) {
        assertThat(send(PATH, 50_000, announced)).isEqualTo(200);
        assertThat(send(PATH, 200_000, announced)).isEqualTo(413);
    }

    private int send(String path, int size, boolean announced) {
        var body = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
        var request = client.request(path).header("Content-Type", "application/json");
        return client.send(request.POST(
                                announced
                                        ? BodyPublishers.ofByteArray(body)
                                        : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build())
                .status();
    }

    @Configuration
    static class Sizes {
        @Bean
        LargeBodies largeSamples() {
            return new LargeBodies(PATH, DataSize.ofKilobytes(100));
        }
    }

    @RestController
    static class LongController {
        @PostMapping(PATH)
        @PublicEndpoint
        void answer(HttpServletRequest request, HttpServletResponse response) {
            var body = WebUtils.getNativeRequest(request, ArrivedRequest.class);
            var wish = new String(body.body(), StandardCharsets.UTF_8);
            LongAnswers.begin(request, response, _ -> {
                switch (wish) {
                    case "refuse" -> throw KernelProblem.UNAVAILABLE.because("Come back later.");
                    case "fail" -> throw new IllegalStateException("secret");
                    default -> write(response);
                }
            });
        }

        private static void write(HttpServletResponse response) {
            try {
                var text = Thread.currentThread().isVirtual() ? "virtual" : "platform";
                response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
