// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import static dev.ashlar.commerce.web.Buyers.PAYMENT;
import static dev.ashlar.commerce.web.Buyers.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Payment;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;

/** Answers of the adapter for a gateway that works, is slow, fails or is unreachable. */
@CommerceServer
class HttpPaymentGatewayTest {
    private static final String CAPTURED = """
            {"id": "ch-1", "reference": "019a0000-0000-7000-8000-0000000000e1", "status": "captured",
             "amount": {"amount": "25.00", "currency": "EUR"}, "reason": null}""";

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    @Autowired
    private RestClient.Builder builder;

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    private HttpPaymentGateway gateway;
    private int[] statuses = {200};
    private String response = CAPTURED;
    private boolean slow;

    HttpPaymentGatewayTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void connect() {
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var access = new GatewayAccess(
                "test", URI.create("http://localhost:" + server.getAddress().getPort()), "key", "secret");
        gateway =
                new HttpPaymentGateway(access, new GatewayClient(builder.clone(), access), new GatewayMetrics(metrics));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void chargesUnderTheKeyOfThePayment() {
        assertThat(gateway.charge(PAYMENT, PRICE, "tok")).isEqualTo(new Captured("ch-1", PRICE));
        assertThat(requests)
                .containsExactly("POST /payments Bearer key 019a0000-0000-7000-8000-0000000000e1 "
                        + "{\"reference\":\"019a0000-0000-7000-8000-0000000000e1\","
                        + "\"amount\":{\"amount\":\"25.00\",\"currency\":\"EUR\"},\"source\":\"tok\"}");
    }

    @Test
    void findsCancelsAndRefunds() {
        gateway.find(PAYMENT);
        gateway.cancel(PAYMENT);
        gateway.refund(PAYMENT);
        assertThat(requests)
                .extracting(request -> request.split(" Bearer", 2)[0])
                .containsExactly(
                        "GET /payments/" + PAYMENT.value(),
                        "POST /payments/" + PAYMENT.value() + "/cancel",
                        "POST /payments/" + PAYMENT.value() + "/refund");
    }

    @ParameterizedTest
    @CsvSource({"captured, Captured", "pending, Pending", "declined, Declined", "refunded, Refunded", "stolen, NoAnswer"
    })
    void readsEveryStatus(String status, String answer) {
        response = CAPTURED.replace("captured", status);
        assertThat(gateway.find(PAYMENT).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        response = """
                {"id": "ch-1", "livemode": false, "status": "captured", "fees": [{"rate": 0.01}],
                 "amount": {"amount": "25.00", "currency": "EUR", "minor": 2500}}""";
        assertThat(gateway.find(PAYMENT)).isEqualTo(new Captured("ch-1", PRICE));
    }

    @Test
    void countsMessagesWithoutNews() {
        response = CAPTURED.replace("captured", "stolen");
        gateway.find(PAYMENT);
        response = CAPTURED.replaceFirst("\\{\"amount\"[^}]*}", "null");
        gateway.find(PAYMENT);
        response = CAPTURED.replace("EUR", "KWD");
        gateway.find(PAYMENT);
        response = CAPTURED.replace("ch-1", "c".repeat(Payment.MAX_TEXT + 1));
        assertThat(gateway.find(PAYMENT)).isEqualTo(new NoAnswer());

        assertThat(metrics.counter("ashlar.payments.ignored", "cause", "unreadable")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aCapturedPaymentWithoutAnAmountIsNoAnswer() {
        response = CAPTURED.replaceFirst("\\{\"amount\"[^}]*}", "null");
        assertThat(gateway.find(PAYMENT)).isEqualTo(new NoAnswer());
    }

    @Test
    void aDeclinedPaymentHasAReason() {
        response = CAPTURED.replace("captured", "declined");
        assertThat(gateway.find(PAYMENT)).isEqualTo(new Declined("ch-1", "declined"));
        response = response.replace("null", "\"no funds\"");
        assertThat(gateway.find(PAYMENT)).isEqualTo(new Declined("ch-1", "no funds"));
    }

    @Test
    void anUnknownPaymentIsUnknown() {
        statuses = new int[] {404};
        assertThat(gateway.find(PAYMENT)).isEqualTo(new Unknown());
    }

    @Test
    void retriesATransientFailure() {
        statuses = new int[] {503, 500, 200};
        assertThat(gateway.charge(PAYMENT, PRICE, "tok")).isInstanceOf(Captured.class);
        assertThat(requests)
                .hasSize(3)
                .allMatch(request -> request.contains(PAYMENT.value().toString()));
    }

    @Test
    void aPersistentFailureIsNoAnswer() {
        statuses = new int[] {503, 503, 503, 200};
        assertThat(gateway.charge(PAYMENT, PRICE, "tok")).isEqualTo(new NoAnswer());
        assertThat(requests).hasSize(3);
    }

    @Test
    void doesNotRetryARefusedRequest() {
        statuses = new int[] {400};
        assertThat(gateway.charge(PAYMENT, PRICE, "tok")).isEqualTo(new NoAnswer());
        assertThat(requests).hasSize(1);
    }

    @Test
    void doesNotRetryAfterATimeout() {
        slow = true;
        assertThat(gateway.charge(PAYMENT, PRICE, "tok")).isEqualTo(new NoAnswer());
        assertThat(requests).hasSize(1);
    }

    @Test
    void anUnreachableGatewayIsNoAnswer() {
        server.stop(0);
        assertThat(gateway.find(PAYMENT)).isEqualTo(new NoAnswer());
    }

    @Test
    void theCircuitBreakerStopsCallsToAFailingGateway() {
        statuses = new int[] {503};
        for (int count = 0; count < 10; count++) {
            assertThat(gateway.find(PAYMENT)).isEqualTo(new NoAnswer());
        }
        assertThat(requests).as("calls until the breaker opened").hasSize(10);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Authorization"),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    body));
            if (slow) {
                awaitEnd();
                return;
            }
            int status = statuses[Math.min(requests.size(), statuses.length) - 1];
            var answer = response.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
