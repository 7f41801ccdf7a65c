package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.DetourController;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

@SampleServer
@Import({DetourController.class, FoundHandlersTest.LookUps.class})
class FoundHandlersTest {
    @Autowired
    Caller client;

    @Autowired
    LookUps lookUps;

    @BeforeEach
    void forget() {
        lookUps.made.clear();
    }

    @Test
    void aHandlerIsLookedForOnce() {
        assertThat(client.get(SampleServer.SAMPLE).status()).isEqualTo(200);
        assertThat(lookUps.made).containsExactly("REQUEST " + SampleServer.SAMPLE);
    }

    @Test
    void aHandlerForSomebodyWithATokenIsLookedForOnce() {
        assertThat(client.get(SampleServer.SAMPLE, "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(200);
        assertThat(lookUps.made).containsExactly("REQUEST " + SampleServer.SAMPLE);
    }

    @Test
    void aHandlerIsHandedOnOnce() {
        var request = new MockHttpServletRequest();
        var found = new HandlerExecutionChain(new Object());
        var handlers = new FoundHandlers();
        assertThat(handlers.getHandler(request)).isNull();
        FoundHandlers.keep(found, request);
        assertThat(handlers.getHandler(request)).isSameAs(found);
        assertThat(handlers.getHandler(request)).isNull();
    }

    @Test
    void whatARequestIsForwardedToHasAHandlerOfItsOwn() {
        var answer = client.get("/api/v1/detour");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("one");
        assertThat(lookUps.made).containsExactly("REQUEST /api/v1/detour", "FORWARD " + SampleServer.SAMPLE);
    }

    @Test
    void anErrorHasAHandlerOfItsOwn() {
        var answer = client.get("/api/v1/failures/send-error");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("request.unavailable");
        assertThat(lookUps.made).containsExactly("REQUEST /api/v1/failures/send-error", "ERROR /error");
    }

    /** A body that cannot be read, which is found out between the two that look for handlers. */
    @Test
    void anErrorBeforeTheHandlerHasAHandlerOfItsOwn() {
        var answer =
                client.sendRaw("GET " + SampleServer.SAMPLE + " HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nno length\r\n");
        assertThat(answer).contains("/problems/").doesNotContain("DARK_RED");
        assertThat(lookUps.made).containsExactly("REQUEST " + SampleServer.SAMPLE, "ERROR /error");
    }

    /** Comes after what was found before, and before all who look for handlers: it is asked when one is looked for. */
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    static final class LookUps implements HandlerMapping {
        private final List<String> made = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
            made.add(request.getDispatcherType() + " " + request.getRequestURI());
            return null;
        }
    }
}
