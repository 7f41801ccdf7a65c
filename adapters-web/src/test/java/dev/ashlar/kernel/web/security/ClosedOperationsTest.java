// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.DetourController;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

@SampleServer
@Import({DetourController.class, ClosedOperationsTest.OtherHandlers.class, ClosedOperationsTest.LookUps.class})
class ClosedOperationsTest {
    @Autowired
    Caller client;

    @Autowired
    LookUps lookUps;

    @BeforeEach
    void forget() {
        lookUps.made.clear();
    }

    @Test
    void looksForAHandlerOnce() {
        assertThat(client.get(SampleServer.SAMPLE).status()).isEqualTo(200);
        assertThat(lookUps.made).containsExactly("REQUEST " + SampleServer.SAMPLE);
    }

    @Test
    void closesHandlersThatAreNoOperations() {
        for (var path : List.of("/bare", "/routed")) {
            assertThat(client.get(path).status()).as(path).isEqualTo(401);
            assertThat(client.get(path).code()).isEqualTo("auth.unauthenticated");
            assertThat(client.get(path, "Authorization", client.bearer(Role.STUDENT))
                            .text())
                    .contains("inside");
        }
    }

    @Test
    void opensTheTargetOfAForwardOnlyIfItIsPublicItself() {
        var open = client.get("/api/v1/detour");
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().path("name").asString()).isEqualTo("one");
        assertThat(lookUps.made).containsExactly("REQUEST /api/v1/detour", "FORWARD " + SampleServer.SAMPLE);

        assertThat(client.get("/api/v1/detour/closed").status()).isEqualTo(401);
        assertThat(client.get("/api/v1/detour/closed", "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void looksForNoHandlerOfErrors() {
        var answer = client.get("/api/v1/failures/send-error");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("request.unavailable");
        assertThat(lookUps.made).containsExactly("REQUEST /api/v1/failures/send-error");
    }

    /** Repeated, because two threads meet in it. */
    @RepeatedTest(100)
    void answersAMalformedChunkWithAProblem() {
        var answer = client.sendRaw("POST " + SampleServer.SAMPLE + "/buy HTTP/1.1\r\nHost: localhost\r\n"
                + "Idempotency-Key: k\r\nContent-Type: application/json\r\nAuthorization: "
                + client.bearer(Role.STUDENT)
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nno length\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/request.invalid");
    }

    @TestConfiguration
    static class OtherHandlers {
        @Bean("/bare")
        HttpRequestHandler bare() {
            return OtherHandlers::answer;
        }

        @Bean
        RouterFunction<ServerResponse> routed() {
            return RouterFunctions.route()
                    .GET("/routed", request -> ServerResponse.ok().body("inside"))
                    .build();
        }

        private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("inside");
        }
    }

    /** Record of the searches for handlers, which asks before all other mappings. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class LookUps implements HandlerMapping {
        private final List<String> made = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
            made.add(request.getDispatcherType() + " " + request.getRequestURI());
            return null;
        }
    }
}
