// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.STREAMED;
import static dev.ashlar.ai.web.Chats.provider;
import static dev.ashlar.ai.web.Chats.readUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import dev.ashlar.kernel.web.slice.Caller;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clients that leave, do not read, or send too many requests at once. */
@ChatServer
class ChatClientsTest {
    private static final String HI = """
            {"choices":[{"index":0,"delta":{"content":"Hi"}}]}""";
    private static final int MEGABYTE = 1024 * 1024;

    private final Chats chats;
    private final ScriptedProvider first;

    @Autowired
    ChatClientsTest(Caller client, ChatWorkflow workflow) {
        chats = new Chats(client, workflow);
        first = chats.first;
    }

    @AfterEach
    void close() {
        chats.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "late body", "head of a stream", "comment", "half an answer"})
    void cancelsTheCallOfAClientThatLeavesBeforeTheFirstByte(String how) throws IOException {
        first.answer(exchange -> {
            switch (how) {
                case "head of a stream" -> exchange.stream();
                case "comment" -> {
                    exchange.stream();
                    exchange.chunk(": processing\n\n");
                }
                case "half an answer" ->
                    exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
                default -> {}
            }
            exchange.awaitClose();
        });
        chats.through(provider(first.url()), provider(chats.second.url()));
        var body = how.equals("half an answer") ? HELLO : STREAMED;
        try (var _ = how.equals("late body") ? chats.openLate(body) : chats.open(body)) {
            await().until(() -> first.requests.size() == 1);
        }
        await().until(() -> first.abandoned.get() == 1);
        await().until(() -> chats.attempts.size() == 1);
        var attempt = chats.attempts.getFirst();
        assertThat(attempt.result().error()).isEqualTo("The client left before the end of the answer.");
        assertThat(attempt.usage()).isEqualTo(TokenUsage.estimated(body.length(), 0));
        assertThat(attempt.isFinal()).isTrue();
        assertThat(chats.second.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelsTheCallOfAClientThatLeavesInTheMiddle(boolean pauses) throws IOException {
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            if (pauses) {
                exchange.awaitClose();
            }
            while (true) {
                exchange.event(HI);
            }
        });
        try (var socket = chats.open(STREAMED)) {
            readUntil(socket.getInputStream(), HI);
        }
        await().until(() -> first.abandoned.get() == 1);
        await().until(() -> chats.attempts.size() == 1);
        var attempt = chats.attempts.getFirst();
        assertThat(attempt.result().error()).contains("client left");
        assertThat(attempt.isFinal()).isTrue();
        assertThat(attempt.usage()).isNotNull();
        assertThat(attempt.usage().usageSource()).isEqualTo(UsageSource.ESTIMATED);
        assertThat(attempt.usage().completionTokens()).isPositive();
    }

    /** Tomcat uses the objects of a request again once a write to its client has failed. */
    @Tag("exhaustive")
    @RepeatedTest(20)
    void answersTheNextClientsWholly() throws IOException {
        first.answer(exchange -> {
            exchange.stream();
            while (true) {
                exchange.event(HI);
            }
        });
        var sockets = new ArrayList<Socket>();
        for (int client = 0; client < 8; client++) {
            sockets.add(chats.open(STREAMED));
            readUntil(sockets.getLast().getInputStream(), HI);
        }
        first.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            exchange.event("[DONE]");
            exchange.end();
        });
        for (var socket : sockets) {
            socket.close();
            assertThat(chats.send(STREAMED).text()).isEqualTo("data: " + HI + "\n\ndata: [DONE]\n\n");
        }
    }

    /** The bytes stay in the buffers of two connections, and none of them in memory. The provider is not blamed for the pause. */
    @Test
    @Tag("exhaustive")
    void makesProvidersWaitForClientsThatDoNotRead() throws IOException {
        int clients = 8;
        var event = HI.replace("Hi", "x".repeat(10_000));
        first.answer(exchange -> {
            exchange.stream();
            for (int sent = 0; sent < 64 * MEGABYTE; sent += event.length()) {
                exchange.event(event);
            }
            exchange.event("[DONE]");
        });
        chats.through(provider(first.url(), new ProviderTimeouts(5000, 5000, 1500)));
        var sockets = new ArrayList<Socket>();
        for (int client = 0; client < clients; client++) {
            sockets.add(chats.open(STREAMED));
        }
        var sentBefore = new long[1];
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    long before = sentBefore[0];
                    sentBefore[0] = first.sent.get();
                    return before > 0 && before == sentBefore[0];
                });
        assertThat(first.requests).hasSize(clients);
        assertThat(first.sent.get()).isLessThan(clients * 8L * MEGABYTE);
        assertThat(first.abandoned).hasValue(0);
        assertThat(chats.attempts).isEmpty();
        for (var socket : sockets) {
            socket.close();
        }
        await().until(() -> first.abandoned.get() == clients);
    }

    @Test
    void boundsTheOpenCallsOfAUser() throws IOException {
        first.answer(ScriptedProvider.Exchange::awaitClose);
        var sockets = new ArrayList<Socket>();
        for (int open = 0; open < 20; open++) {
            sockets.add(chats.open(HELLO));
        }
        await().until(() -> first.requests.size() == 20);
        var refused = chats.send(HELLO);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
        for (var socket : sockets) {
            socket.close();
        }
        await().until(() -> chats.attempts.size() == 20);
        first.answer(exchange -> exchange.json(200, "{}"));
        await().until(() -> chats.send(HELLO).status() == 200);
    }
}
