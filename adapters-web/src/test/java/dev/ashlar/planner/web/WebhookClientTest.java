// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static dev.ashlar.planner.domain.Automations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
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
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;

class WebhookClientTest {
    @TempDir
    private static Path directory;

    private static TlsServer server;

    private final UserId owner = Automations.owner();
    private final WebhookClient client = client(InetAddressFilter.all());

    @BeforeAll
    static void startAReceiver() {
        server = new TlsServer(directory);
    }

    @AfterAll
    static void stopIt() {
        server.close();
    }

    @BeforeEach
    void accept() {
        server.received().clear();
        server.answer(204);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void signsACallAsStandardWebhooksDescribes() throws Exception {
        var call = call(server.url());

        assertThat(answerTo(call).result()).isEqualTo(Result.DELIVERED);

        var request = server.received().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        var body = Webhook.JSON.readTree(request.body());
        assertThat(body.at("/id").asString()).isEqualTo(call.run().id().value().toString());
        assertThat(body.at("/job").asString()).isEqualTo("Call");
        assertThat(body.at("/manual").asBoolean()).isFalse();
        assertThat(request.signed().get(0)).isEqualTo(call.run().id().value().toString());
        assertThat(request.signed().get(1)).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(request.signed().get(2)).isEqualTo("v1," + hmac(call, request));
    }

    /** Computed from the key that the owner reads, by the words of the specification. */
    private String hmac(WebhookCall call, TlsServer.Received request) throws Exception {
        var key = client.signingKey(call.run().jobId());
        assertThat(key).startsWith("whsec_");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
        var text = request.signed().get(0) + "." + request.signed().get(1) + "." + request.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void signsEachJobWithItsOwnKey() {
        assertThat(client.signingKey(call(server.url()).run().jobId()))
                .isNotEqualTo(client.signingKey(call(server.url()).run().jobId()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void anAnswerOtherThanSuccessFails(int status) {
        server.answer(status);
        var answer = answerTo(call(server.url()));
        assertThat(answer.result()).isEqualTo(Result.FAILED);
        assertThat(answer.detail()).isEqualTo("The receiver answered with status " + status + ".");
    }

    @Test
    void aReceiverThatIsGoneRefuses() {
        server.answer(410);
        assertThat(answerTo(call(server.url())).result()).isEqualTo(Result.REFUSED);
    }

    @Test
    void followsNoRedirect() {
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("Location", server.url() + "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(answerTo(call(server.url())).detail()).isEqualTo("The receiver answered with status 307.");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void keepsNoCookie() {
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=1");
            assertThat(exchange.getRequestHeaders()).doesNotContainKey("Cookie");
            exchange.sendResponseHeaders(200, -1);
        });
        answerTo(call(server.url()));
        assertThat(answerTo(call(server.url())).result()).isEqualTo(Result.DELIVERED);
    }

    /** Names and literals of this host, in the forms that get past a check of the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "2130706433",
                "0x7f000001",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "169.254.169.254",
                "10.0.0.1",
                "[fd00:ec2::254]",
                "[64:ff9b::7f00:1]"
            })
    void connectsToPublicAddressesOnly(String host) throws IOException {
        try (var strict = new Closing(client(WebhookConnections.PUBLIC))) {
            var answer = strict.client()
                    .deliver(List.of(call("https://" + host + ":" + server.port() + "/")))
                    .getFirst();
            assertThat(answer.result()).isEqualTo(Result.FAILED);
            assertThat(answer.detail()).isEqualTo("The host has no public address.");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void refusesACertificateThatItDoesNotTrust() throws IOException {
        try (var distrusting = new Closing(new WebhookClient(
                WebhookConnections.client(InetAddressFilter.all(), null), Webhook.SIGNER, Webhook.JSON, () -> NOW))) {
            assertThat(distrusting
                            .client()
                            .deliver(List.of(call(server.url())))
                            .getFirst()
                            .detail())
                    .isEqualTo("The TLS connection could not be established.");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        assertThat(answerTo(call("https://127.0.0.1:" + server.port() + "/")).detail())
                .isEqualTo("The TLS connection could not be established.");
    }

    @Test
    void failsWhereNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(answerTo(call("https://localhost:" + free + "/")).detail()).isEqualTo("The connection failed.");
    }

    @Test
    void readsNoBody() {
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[65536]);
                }
            }
        });
        var answer = answerTo(call(server.url()));
        assertThat(answer.result()).isEqualTo(Result.DELIVERED);
        assertThat(answer.duration()).isLessThan(Duration.ofSeconds(Webhooks.MAX_SECONDS));
    }

    /** More calls than the client has connections. */
    @Test
    void givesBackTheConnectionOfEachCall() throws IOException {
        try (var strict = new Closing(client(WebhookConnections.PUBLIC))) {
            for (int batch = 0; batch < 6; batch++) {
                var calls = IntStream.range(0, 20)
                        .mapToObj(_ -> Webhook.call(Automations.owner(), server.url()))
                        .toList();
                assertThat(client.deliver(calls))
                        .extracting(WebhookAnswer::result)
                        .containsOnly(Result.DELIVERED);
                assertThat(strict.client().deliver(calls))
                        .extracting(WebhookAnswer::detail)
                        .containsOnly("The host has no public address.");
            }
        }
        assertThat(server.received()).hasSize(120);
    }

    @Test
    void refusesAHeaderWithoutEnd() {
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("X-Long", "x".repeat(20_000));
            exchange.sendResponseHeaders(200, -1);
        });
        assertThat(answerTo(call(server.url())).detail()).isEqualTo("The connection failed.");
    }

    @Test
    void suspendsCallsToAHostThatFails() {
        server.answer(503);
        IntStream.range(0, 5).forEach(_ -> answerTo(call(server.url())));
        assertThat(answerTo(call(server.url())).detail()).startsWith("Calls to the host are suspended");
        assertThat(server.received()).hasSize(5);

        // Calls of other people are not suspended.
        var other = Webhook.call(Automations.owner(), server.url());
        assertThat(answerTo(other).detail()).isEqualTo("The receiver answered with status 503.");
    }

    @Test
    void refusesAJobThatCallsNothingAnyLonger() {
        var call = call(server.url());
        var changed = new WebhookCall(call.run(), call.name(), Automations.todo());
        assertThat(client.deliver(List.of(changed)).getFirst().result()).isEqualTo(Result.REFUSED);
    }

    private WebhookAnswer answerTo(WebhookCall call) {
        return client.deliver(List.of(call)).getFirst();
    }

    private static WebhookClient client(InetAddressFilter filter) {
        return Webhook.client(filter, server);
    }

    private WebhookCall call(String url) {
        return Webhook.call(owner, url);
    }

    private record Closing(WebhookClient client) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
