// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.kernel.web.LongAnswers;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SampleServer
@Import(ClientConnectionTest.WaitingController.class)
class ClientConnectionTest {
    private static final String PATH = "/api/v1/waiting-samples";
    private static final byte[] REQUEST =
            ("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Caller client;

    @Autowired
    private WaitingController controller;

    private Socket socket;
    private Waiting waiting;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        var server = client.request(PATH).build().uri();
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        waiting = request();
    }

    @AfterEach
    void end() throws IOException {
        waiting.end().countDown();
        socket.close();
    }

    @Test
    void isClosedOnceTheClientHasLeft() throws IOException {
        assertThat(waiting.connection().isClosed()).isFalse();
        socket.close();
        await().until(waiting.connection()::isClosed);
    }

    @Test
    void isClosedOnceTheClientWritesNoMore() throws IOException {
        socket.shutdownOutput();
        await().until(waiting.connection()::isClosed);
    }

    @Test
    void isClosedByAReset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        await().until(waiting.connection()::isClosed);
    }

    @Test
    void keepsARequestThatComesEarly() throws IOException, InterruptedException {
        socket.getOutputStream().write(REQUEST);
        for (int look = 0; look < 1000; look++) {
            assertThat(waiting.connection().isClosed()).isFalse();
        }
        waiting.end().countDown();
        var next = controller.waiting.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        next.end().countDown();
        readAnswer();
        readAnswer();
    }

    /** Tomcat does so when it stops, and takes away the objects of the answer. */
    @Test
    void refusesToWriteOnceTheRequestHasEnded() throws IOException, InterruptedException {
        waiting.response().setStatus(204);
        waiting.async().complete();
        readAnswer();
        await().until(waiting.connection()::isClosed);
        assertThatIOException()
                .isThrownBy(() -> waiting.connection()
                        .write(() -> waiting.response().getOutputStream().write(1)))
                .withMessage("The request has ended.");
        var next = request();
        waiting.end().countDown();
        assertThat(next.connection().isClosed()).isFalse();
        next.end().countDown();
        readAnswer();
    }

    /** A client that gets the last chunk takes the answer for a whole one. */
    @Test
    void breaksAnAnswerOffWithoutItsEnd() throws IOException {
        waiting.connection().write(() -> {
            waiting.response().getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
            waiting.response().flushBuffer();
        });
        waiting.connection().breakOff();
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Transfer-Encoding: chunked")
                .endsWith("half\r\n");
        await().until(waiting.connection()::isClosed);
        assertThatIOException().isThrownBy(waiting.connection()::breakOff).withMessage("The request has ended.");
    }

    /**
     * A server that stops closes its sockets and takes back the objects of answers without telling the listener. The socket is not the
     * server's, which would wait for the end of the request when it stops.
     */
    @Test
    void losesAnAnswerThatAStoppingServerTakesBack() {
        SocketWrapperBase<?> server = mock();
        when(server.getLock()).thenReturn(new ReentrantLock());
        var connection = new ClientConnection(waiting.connection(), server, () -> fail("recycled"));
        ClientConnection.Write takenBack = () -> {
            throw new IllegalStateException("recycled");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> connection.write(takenBack))
                .withMessage("recycled");

        when(server.isClosed()).thenReturn(true);

        assertThatIOException()
                .isThrownBy(() -> connection.write(takenBack))
                .withMessage("The server has closed the connection.");
        assertThatNoException().isThrownBy(connection::breakOff);
    }

    @Test
    void describesTheConnection() {
        assertThat(waiting.connection().getProtocol()).isEqualToIgnoringCase("http/1.1");
        assertThat(waiting.connection().getConnectionId()).isNotEmpty();
        assertThat(waiting.connection().getProtocolConnectionId()).isEmpty();
        assertThat(waiting.connection().isSecure()).isFalse();
    }

    private Waiting request() throws IOException, InterruptedException {
        socket.getOutputStream().write(REQUEST);
        var next = controller.waiting.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private void readAnswer() throws IOException {
        var read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).isNotNegative();
            read.append((char) next);
        }
        assertThat(read).startsWith("HTTP/1.1 204");
    }

    /** Answer that waits for its end. */
    record Waiting(ClientConnection connection, HttpServletResponse response, AsyncContext async, CountDownLatch end) {}

    @RestController
    static class WaitingController {
        private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

        @GetMapping(PATH)
        @PublicEndpoint
        void answer(HttpServletRequest request, HttpServletResponse response) {
            LongAnswers.begin(request, response, connection -> {
                var begun = new Waiting(connection, response, request.getAsyncContext(), new CountDownLatch(1));
                waiting.add(begun);
                awaitQuietly(begun.end());
                response.setStatus(204);
            });
        }

        private static void awaitQuietly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
