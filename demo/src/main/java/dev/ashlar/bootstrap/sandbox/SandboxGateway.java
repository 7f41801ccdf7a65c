// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Payment gateway on the loopback interface. The source of a charge decides its outcome (see {@link SandboxSource}). The
 * gateway charges once for each Idempotency-Key and reports outcomes by signed webhooks, each sent twice.
 */
public final class SandboxGateway implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/payments(?:/([0-9a-f-]{36})(?:/(cancel|refund))?)?");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SandboxPayments payments = new SandboxPayments();
    private final SandboxWebhooks webhooks;
    private final String apiKey;
    private volatile boolean silent;

    private SandboxGateway(HttpServer server, String apiKey, String webhookSecret) {
        this.server = server;
        this.apiKey = apiKey;
        this.webhooks = new SandboxWebhooks(webhookSecret, threads);
    }

    /**
     * Starts a gateway.
     *
     * @param port port to listen on; 0 for any free port
     */
    public static SandboxGateway start(int port, String apiKey, String webhookSecret) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var gateway = new SandboxGateway(server, apiKey, webhookSecret);
            server.createContext("/payments", gateway::handle);
            server.setExecutor(gateway.threads);
            server.start();
            return gateway;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Returns the address of the gateway. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Sets the address that webhooks are sent to. */
    public void sendWebhooksTo(URI address) {
        webhooks.sendTo(address);
    }

    /** Returns the payments with their outcomes. */
    public SandboxPayments payments() {
        return payments;
    }

    /** Stops answering, as if the network were down, or answers again. */
    public void fallSilent(boolean now) {
        silent = now;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            if (silent) {
                SandboxSource.HANGS.hang();
            } else if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, Map.of("error", "unknown api key"));
            } else if (!path.matches()) {
                answer(exchange, 404, Map.of("error", "no such resource"));
            } else if (path.group(1) == null) {
                charge(exchange);
            } else {
                answer(exchange, known(path.group(1), Optional.ofNullable(path.group(2))));
            }
        }
    }

    private Optional<SandboxPayment> known(String reference, Optional<String> action) {
        if (action.isEmpty()) {
            return payments.find(reference);
        }
        var payment =
                action.get().equals("cancel") ? Optional.of(payments.cancel(reference)) : payments.refund(reference);
        payment.ifPresent(webhooks::send);
        return payment;
    }

    private void charge(HttpExchange exchange) throws IOException {
        ChargeRequest request;
        try {
            request = JSON.readValue(exchange.getRequestBody().readAllBytes(), ChargeRequest.class);
        } catch (JacksonException unreadable) {
            answer(exchange, 400, Map.of("error", "not a charge"));
            return;
        }
        if (!request.reference().equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            answer(exchange, 400, Map.of("error", "the Idempotency-Key must be the reference"));
            return;
        }
        var source = SandboxSource.of(request.source());
        if (source == SandboxSource.HANGS) {
            source.hang();
            return;
        }
        var payment = payments.charge(request.reference(), request.amount(), source);
        webhooks.send(payment);
        source.hang();
        answer(exchange, Optional.of(payment));
        source.nextStatus().ifPresent(status -> threads.execute(() -> proceed(payment, status)));
    }

    private void proceed(SandboxPayment payment, String status) {
        SandboxSource.waitAMoment();
        payments.proceed(payment, status).ifPresent(webhooks::send);
    }

    private static void answer(HttpExchange exchange, Optional<SandboxPayment> payment) throws IOException {
        if (payment.isPresent()) {
            answer(exchange, 200, payment.get());
        } else {
            answer(exchange, 404, Map.of("error", "unknown payment"));
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private record ChargeRequest(String reference, SandboxPayment.Amount amount, String source) {}
}
