// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookAnswer.Result;
import dev.ashlar.planner.domain.WebhookCall;
import dev.ashlar.planner.domain.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.http.client.InetAddressFilter;

/** Webhooks to receivers that are slow. */
class WebhookDeadlineTest {
    @TempDir
    private Path directory;

    private TlsServer server;
    private WebhookClient client;

    @BeforeEach
    void startAReceiver() {
        server = new TlsServer(directory);
        server.answer(204);
        client = Webhook.client(InetAddressFilter.all(), server);
    }

    @AfterEach
    void stopIt() throws IOException {
        client.close();
        server.close();
    }

    /** A receiver that never answers does not delay the other calls. */
    @Test
    void givesUpASlowReceiverAfterAWhile() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var slow = Webhook.call(Automations.owner(), "https://localhost:" + silent.getLocalPort() + "/");
            long start = System.nanoTime();
            var answers = client.deliver(List.of(slow, Webhook.call(Automations.owner(), server.url()), slow));
            assertThat(answers)
                    .extracting(WebhookAnswer::result)
                    .containsExactly(Result.FAILED, Result.DELIVERED, Result.FAILED);
            assertThat(answers.getFirst().detail()).isEqualTo("The receiver did not answer in time.");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2 * Webhooks.MAX_SECONDS));
        }
    }

    /** Each byte begins the wait for the next one anew. */
    @Test
    @Tag("exhaustive")
    void endsACallThatDripsAtTheDeadline() throws Exception {
        try (var dripping = server.trust()
                .createSslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(dripping));
            long start = System.nanoTime();
            var answer =
                    answerTo(Webhook.call(Automations.owner(), "https://localhost:" + dripping.getLocalPort() + "/"));
            assertThat(answer.detail()).isEqualTo("The receiver did not answer in time.");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(
                            Duration.ofSeconds(Webhooks.MAX_SECONDS - 1), Duration.ofSeconds(2 * Webhooks.MAX_SECONDS));
        }
    }

    private static void drip(ServerSocket receiver) {
        try (var connection = receiver.accept()) {
            var out = connection.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(500); // within the wait for one byte, so that only the deadline ends the call
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookAnswer answerTo(WebhookCall call) {
        return client.deliver(List.of(call)).getFirst();
    }
}
