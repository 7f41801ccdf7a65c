// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ashlar.kernel.web.slice.LocalhostKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.ssl.SslBundle;

/** Receiver of webhooks on this host, with a certificate for localhost. */
final class TlsServer implements AutoCloseable {
    private final HttpsServer server;
    private final SslBundle trust;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(204, -1);

    TlsServer(Path directory) {
        trust = new LocalhostKeys(directory).bundle();
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(trust.createSslContext()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Trusts this server, which has its keys in the same store. */
    SslBundle trust() {
        return trust;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "https://localhost:" + port() + "/hook";
    }

    /** Answers all further requests so. */
    void answer(HttpHandler handler) {
        answer = handler;
    }

    void answer(int status) {
        answer(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    List.of(
                            String.valueOf(headers.getFirst("webhook-id")),
                            String.valueOf(headers.getFirst("webhook-timestamp")),
                            String.valueOf(headers.getFirst("webhook-signature"))),
                    new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
            answer.handle(exchange);
        }
    }

    /**
     * Request that the server has received.
     *
     * @param signed id, timestamp and signature
     */
    record Received(String method, String path, List<String> signed, String body) {}
}
