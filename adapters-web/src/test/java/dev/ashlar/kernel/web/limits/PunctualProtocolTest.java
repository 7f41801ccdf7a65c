// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SampleServer
@TestPropertySource(properties = "ashlar.web.arrival-time=1s")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PunctualProtocolTest {
    private static final String BODY = "{\"name\":\"a\",\"color\":\"blue\",\"count\":1}";

    /** Sizes above the maximum: one whose bytes are read and dropped, and one that is refused at once. */
    private static final int TOO_LARGE = 1_500_000;

    private static final int FAR_TOO_LARGE = 15_000_000;

    private static final InetAddress LOCALHOST = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OTHER_NETWORK = InetAddress.ofLiteral("127.0.0.2");

    @LocalServerPort
    private int port;

    @Autowired
    private Caller client;

    private List<CompletableFuture<Integer>> lateHeaders = List.of();
    private CompletableFuture<String> lateBody = new CompletableFuture<>();
    private CompletableFuture<String> lateChunk = new CompletableFuture<>();
    private List<CompletableFuture<Integer>> lateRests = List.of();

    /** All at once, since each is slow for seconds. */
    @BeforeAll
    void letClientsBeLate() {
        lateHeaders = Stream.of("G", "GETG", "GET /problems HTTP/1.1\r\nHost: a\r\nX-Slow: G")
                .map(begun -> late(slow -> dripping(slow, begun)))
                .toList();
        lateBody = late(slow -> {
            dripping(slow, post("/api/v1/samples", 1000));
            return answerOn(slow);
        });
        lateRests = Stream.of("TRACE /problems", "OPTIONS *")
                .map(line ->
                        late(slow -> dripping(slow, line + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")))
                .toList();
        lateChunk = late(slow -> {
            dripping(slow, post("/api/v1/samples", "Transfer-Encoding: chunked") + "1;");
            return answerOn(slow);
        });
    }

    @Test
    void closesConnectionsWhoseHeadersAreLate() {
        assertThat(lateHeaders).allSatisfy(drops -> assertThat(drops.join()).isNotNegative());
    }

    @Test
    void refusesABodyThatIsLate() {
        assertThat(lateBody.join())
                .startsWith("HTTP/1.1 408")
                .contains("request.timeout", "Connection: close", "application/problem+json");
    }

    /** A chunk may begin with any number of extensions, which are no part of the body. */
    @Test
    void refusesABodyWhoseChunkIsLate() {
        assertThat(lateChunk.join()).startsWith("HTTP/1.1 408");
    }

    /** Tomcat answers these itself, and reads the rest of the body after the answer, so that the next request can follow. */
    @Test
    void closesConnectionsOnWhichTheRestOfABodyIsLate() {
        assertThat(lateRests).allSatisfy(drops -> assertThat(drops.join()).isBetween(0, 4));
    }

    @Test
    void keepsTheConnectionAfterABodyThatWasLate() throws IOException {
        try (var slow = connected()) {
            slow.getOutputStream().write(bytes(post("/api/v1/samples", BODY.length())));
            pause(Duration.ofMillis(200));
            slow.getOutputStream().write(bytes(BODY));
            assertThat(answerOn(slow)).startsWith("HTTP/1.1 201");
            pause(Duration.ofMillis(1500)); // longer than a head may take

            slow.getOutputStream().write(bytes("GET /problems HTTP/1.1\r\nHost: a\r\n\r\n"));

            assertThat(answerOn(slow)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void givesLargeBodiesTimeByTheirSize() throws IOException {
        try (var steady = new Socket("localhost", port)) {
            var body = BODY + " ".repeat(9_000);
            steady.getOutputStream().write(bytes(post("/api/v1/samples", body.length())));
            for (int sent = 0; sent < body.length(); sent += 500) {
                steady.getOutputStream().write(bytes(body.substring(sent, Math.min(sent + 500, body.length()))));
                pause(Duration.ofMillis(60)); // 8 KB a second, for longer than a second
            }

            assertThat(answerOn(steady)).startsWith("HTTP/1.1 201");
        }
    }

    /** Tomcat waits for the bodies for longer than the others wait for an answer, so that none of these gets it because a body was given up. */
    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {1000, TOO_LARGE, FAR_TOO_LARGE})
    void answersOthersWhileManyBodiesAreLate(int length) throws IOException {
        lateHeaders.forEach(CompletableFuture::join);
        CompletableFuture.allOf(lateBody, lateChunk).join();
        var slow = IntStream.range(0, 300).mapToObj(_ -> connected()).toList();
        for (var socket : slow) {
            socket.getOutputStream().write(bytes(post("/api/v1/samples", length)));
        }

        var others = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> client.get("/problems").status()))
                .toList();

        assertThat(others)
                .allSatisfy(other ->
                        assertThat(other.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(200));
        for (var socket : slow) {
            socket.close();
        }
    }

    /** One network has a quarter of a tenth of Tomcat's 8192 connections: 205. */
    @Test
    void closesConnectionsWhoseHeadersAreLateWhileManyOthersAre() throws IOException {
        assertThat(answersToSomeOfMany("GET /problems HTTP/1.1\r\nHost: a\r\nX-Slow: "))
                .allSatisfy(answer -> assertThat(answer).isEmpty());
    }

    /** Tomcat uses the objects of closed connections again, so that what they keep by mistake would serve clients of another network. */
    @Test
    void givesPlacesOfClosedConnectionsBack() throws IOException {
        assumeThat(OTHER_NETWORK)
                .as("macOS has one address of localhost only")
                .matches(PunctualProtocolTest::isOfThisMachine);
        var beginning = "GET /problems HTTP/1.1\r\nHost: a\r\nX-Slow: ";
        answersToSomeOfMany(beginning);

        assertThat(answersToSomeOfMany(beginning, OTHER_NETWORK))
                .allSatisfy(answer -> assertThat(answer).isEmpty());
    }

    /** One network has a quarter of 64 MB, of which each request takes 64 KB: 256. */
    @Test
    void refusesBodiesThatAreLateWhileManyOthersAre() throws IOException {
        assertThat(answersToSomeOfMany(post("/api/v1/samples", 1000)))
                .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 503"));
    }

    /** Begins 300 requests at once, awaits that 40 of them have ended, and returns their answers. Which ones have no place is up to Tomcat. */
    private List<String> answersToSomeOfMany(String beginning) throws IOException {
        return answersToSomeOfMany(beginning, LOCALHOST);
    }

    private List<String> answersToSomeOfMany(String beginning, InetAddress client) throws IOException {
        lateHeaders.forEach(CompletableFuture::join);
        CompletableFuture.allOf(lateBody, lateChunk).join();
        var slow = IntStream.range(0, 300).mapToObj(_ -> connected(client)).toList();
        var answers = new ConcurrentLinkedQueue<String>();
        for (var socket : slow) {
            socket.getOutputStream().write(bytes(beginning));
            CompletableFuture.supplyAsync(() -> answerOn(socket), Thread::startVirtualThread)
                    .thenAccept(answers::add);
        }
        await().until(() -> answers.size() >= 40);
        var ended = List.copyOf(answers);

        assertThat(this.client.get("/problems").status()).isEqualTo(200);
        for (var socket : slow) {
            socket.close();
        }
        return ended;
    }

    private String post(String path, int length) {
        return post(path, "Content-Length: " + length);
    }

    private String post(String path, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + length
                + "\r\nAuthorization: " + client.bearer(Role.STUDENT) + "\r\n\r\n";
    }

    /** Sends the beginning and then a blank from time to time; returns the number of blanks after which the server has closed. */
    private static int dripping(Socket socket, String beginning) throws IOException {
        socket.getOutputStream().write(bytes(beginning));
        for (int drop = 0; ; drop++) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException closed) {
                return drop;
            }
            pause(Duration.ofMillis(200));
        }
    }

    private <T> CompletableFuture<T> late(SlowClient<T> client) {
        return CompletableFuture.<T>supplyAsync(
                        () -> {
                            try (var slow = connected()) {
                                return client.on(slow);
                            } catch (IOException failed) {
                                throw new UncheckedIOException(failed);
                            }
                        },
                        Thread::startVirtualThread)
                .orTimeout(30, TimeUnit.SECONDS); // join() is not interrupted by the test's own limit
    }

    private interface SlowClient<T> {
        T on(Socket slow) throws IOException;
    }

    private Socket connected() {
        return connected(LOCALHOST);
    }

    private Socket connected(InetAddress client) {
        try {
            return new Socket(LOCALHOST, port, client, 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static String answerOn(Socket socket) {
        try {
            socket.setSoTimeout(30_000);
            var buffer = new byte[8_192];
            int length = socket.getInputStream().read(buffer);
            return new String(buffer, 0, Math.max(length, 0), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try (var _ = new ServerSocket(0, 1, address)) {
            return true;
        } catch (IOException isNot) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Pause of a slow client, whose rate is what is tested. */
    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
