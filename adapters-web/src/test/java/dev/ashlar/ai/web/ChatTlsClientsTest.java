// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.STREAMED;
import static dev.ashlar.ai.web.Chats.readUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.LocalhostKeys;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients of a server that terminates TLS itself. */
@ChatServer
@Tag("exhaustive")
class ChatTlsClientsTest {
    private static final String HI = """
            {"choices":[{"index":0,"delta":{"content":"Hi"}}]}""";

    @TempDir
    private static Path directory;

    private static SSLSocketFactory trusting;

    private final Chats chats;
    private final ScriptedProvider provider;

    @Autowired
    ChatTlsClientsTest(Caller client, ChatWorkflow workflow) {
        chats = new Chats(client, workflow);
        provider = chats.first;
    }

    @DynamicPropertySource
    static void terminateTls(DynamicPropertyRegistry properties) {
        var keys = new LocalhostKeys(directory);
        trusting = keys.bundle().createSslContext().getSocketFactory();
        properties.add("server.ssl.key-store", () -> keys.file().toString());
        properties.add("server.ssl.key-store-password", () -> LocalhostKeys.PASSWORD);
    }

    @AfterEach
    void close() {
        chats.close();
    }

    /** One client leaves while the other one waits. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "half", "cut", "reset"})
    void cancelsTheCallOfAClientThatLeaves(String how) throws IOException {
        var noticed = new CountDownLatch(1);
        provider.answer(exchange -> {
            exchange.stream();
            exchange.event(HI);
            ScriptedProvider.awaitQuietly(noticed);
            exchange.event("[DONE]");
            exchange.end();
        });
        try (var staying = open(chats.connect())) {
            readUntil(staying.getInputStream(), HI);
            provider.answer(exchange -> {
                exchange.stream();
                exchange.event(HI);
                exchange.awaitClose();
            });
            leave(how);
            await().until(() -> provider.abandoned.get() == 1);
            await().until(() -> chats.attempts.size() == 1);
            assertThat(chats.attempts.getFirst().result().error())
                    .isEqualTo("The client left before the end of the answer.");
            noticed.countDown();
            readUntil(staying.getInputStream(), "[DONE]");
        }
    }

    private void leave(String how) throws IOException {
        var plain = chats.connect();
        var leaving = open(plain);
        readUntil(leaving.getInputStream(), HI);
        switch (how) {
            case "half" -> leaving.shutdownOutput();
            case "cut" -> plain.shutdownOutput(); // without the notice that TLS demands
            case "reset" -> {
                plain.setSoLinger(true, 0);
                plain.close();
            }
            default -> leaving.close();
        }
    }

    private Socket open(Socket plain) throws IOException {
        return chats.open(trusting.createSocket(plain, "localhost", plain.getPort(), true), STREAMED);
    }
}
