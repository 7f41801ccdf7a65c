// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SampleServer
@Import(UnreadAnswersTest.LargeController.class)
@TestPropertySource(properties = "server.tomcat.threads.max=4")
@Timeout(60)
class UnreadAnswersTest {
    private static final int SMALL = 4 * 1024;

    /** More than the buffers of a connection hold. */
    private static final int LARGE = 16 * 1024 * 1024;

    /** Less than the ten seconds after which Tomcat gives up a client that reads nothing. */
    private static final int PATIENCE = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private Caller client;

    @Test
    void answersOthersWhileManyClientsDoNotRead() throws IOException {
        var silent = new ArrayList<Socket>();
        try {
            for (int number = 0; number < 12; number++) {
                silent.add(askingForALargeAnswer());
            }

            var others = IntStream.range(0, 12)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> client.get("/problems").status()))
                    .toList();

            assertThat(others)
                    .allSatisfy(other -> assertThat(
                                    other.orTimeout(PATIENCE, TimeUnit.SECONDS).join())
                            .isEqualTo(200));
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void answersAClientThatReadsLate() throws IOException {
        try (var late = askingForALargeAnswer()) {
            late.setSoTimeout(10_000);
            assertThat(client.get("/problems").status()).isEqualTo(200);

            assertThat(late.getInputStream().readNBytes(LARGE).length).isEqualTo(LARGE);
        }
    }

    private Socket askingForALargeAnswer() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream().write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
        return socket;
    }

    @RestController
    static class LargeController {
        @GetMapping("/large")
        @PublicEndpoint
        byte[] large() {
            return new byte[LARGE];
        }
    }
}
