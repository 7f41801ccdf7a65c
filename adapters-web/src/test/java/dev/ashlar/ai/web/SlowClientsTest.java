// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.STREAMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.kernel.web.slice.Caller;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Heap of clients that read nothing of what a provider offers them. Provider and clients are in the same process. */
@ChatServer
@Tag("exhaustive")
@TestPropertySource(properties = "ashlar.ai.chat.max-open-of-a-user=64")
class SlowClientsTest {
    private static final int CLIENTS = 64;
    private static final int MEGABYTE = 1024 * 1024;
    private static final String EVENT =
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + "x".repeat(10_000) + "\"}}]}";

    private static final String PART = "x".repeat(10_000);

    @Autowired
    private Caller client;

    @Autowired
    private ChatWorkflow workflow;

    /** Besides buffers, it is a text of a megabyte at most that is to be stored. */
    @ParameterizedTest
    @CsvSource({"NONE, 512", "FULL, 3584"})
    void boundsTheHeapOfClientsThatDoNotRead(ContentPolicy policy, long kilobytes) throws IOException {
        var sockets = new ArrayList<Socket>();
        try (var chats = new Chats(client, workflow)) {
            chats.through(Chats.provider(chats.first.url(), policy));
            assertThat(chats.send(STREAMED).status()).isEqualTo(503); // everything is loaded
            chats.attempts.clear();
            chats.first.answer(exchange -> {
                exchange.stream();
                for (int sent = 0; sent < 64 * MEGABYTE; sent += EVENT.length()) {
                    exchange.event(EVENT);
                }
            });
            long before = usedHeap();
            for (int number = 0; number < CLIENTS; number++) {
                sockets.add(chats.open(STREAMED));
            }
            awaitStandstill(chats.first);
            long held = (usedHeap() - before) / CLIENTS;
            assertThat(held).as("bytes of heap for each client").isLessThan(kilobytes * 1024);
            assertThat(chats.attempts).isEmpty();
            for (var socket : sockets) {
                socket.close();
            }
            await().until(() -> chats.attempts.size() == CLIENTS);
        }
    }

    /** Two answers of four megabytes are in memory, each as bytes and as text, because the clients are those of one user. */
    @Test
    void boundsTheHeapOfLargeAnswersInOnePiece() throws IOException {
        var sockets = new ArrayList<Socket>();
        try (var chats = new Chats(client, workflow)) {
            assertThat(chats.send(HELLO).status()).isEqualTo(200); // everything is loaded
            chats.attempts.clear();
            chats.first.answer(exchange -> {
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n");
                exchange.chunk("{\"choices\":[{\"message\":{\"content\":\"");
                for (int sent = 0; sent < 4 * MEGABYTE; sent += PART.length()) {
                    exchange.chunk(PART);
                }
                exchange.chunk("\"}}]}");
                exchange.end();
            });
            long before = usedHeap();
            for (int number = 0; number < CLIENTS; number++) {
                sockets.add(chats.open(HELLO));
            }
            awaitStandstill(chats.first);
            assertThat(usedHeap() - before).as("bytes of heap").isLessThan(64L * MEGABYTE);
            for (var socket : sockets) {
                socket.close();
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> chats.attempts.size() == CLIENTS);
        }
    }

    private static void awaitStandstill(ScriptedProvider provider) {
        var sentBefore = new long[1];
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    long last = sentBefore[0];
                    sentBefore[0] = provider.sent.get();
                    return provider.requests.size() == CLIENTS + 1 && last > 0 && last == sentBefore[0];
                });
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
