// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Provider of language models on the loopback interface, with the API of OpenAI. It repeats what it is told, calls the first tool that it
 * is offered, and misbehaves if a message asks for it (see {@link FakeBehavior}).
 */
public final class FakeProvider implements AutoCloseable {
    /** Models that it serves. */
    public static final List<String> MODELS = List.of("sandbox-small", "sandbox-large");

    /** Key of the provider in this process. It opens nothing else. */
    public static final String DEMO_KEY = "sandbox";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WAIT = "!wait";
    private static final String EVENTS = "text/event-stream";
    private static final String MEDIA_TYPE = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    static {
        // Otherwise the chunks of a stream wait for the acknowledgments of earlier ones.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String apiKey;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private volatile String orders = "";

    private FakeProvider(HttpServer server, String apiKey) {
        this.server = server;
        this.apiKey = apiKey;
    }

    /**
     * Starts a provider.
     *
     * @param port port to listen on; 0 for any free port
     */
    public static FakeProvider start(int port, String apiKey) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var provider = new FakeProvider(server, apiKey);
            server.createContext("/v1/", provider::handle);
            server.setExecutor(provider.threads);
            server.start();
            return provider;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Returns the base URL of the API. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    /**
     * Sets directives for all requests, besides those of their messages. With {@code !wait} none is answered until other directives are
     * set.
     */
    public synchronized void order(String directives) {
        orders = directives;
        notifyAll();
    }

    private synchronized void awaitOrders() {
        try {
            while (orders.contains(WAIT)) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the number of requests for a completion. */
    public int requests() {
        return requests.get();
    }

    /** Returns the number of answers whose receiver has closed the connection. */
    public int abandoned() {
        return abandoned.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().replaceFirst("^/v1", "");
            if (!isAuthorized(exchange)) {
                refuse(exchange, UNAUTHORIZED, "Incorrect API key provided.");
            } else if (path.equals("GET /models")) {
                answer(exchange, FakeBehavior.OK, Map.of("object", "list", "data", models()));
            } else if (path.equals("POST /chat/completions")) {
                complete(exchange);
            } else {
                refuse(exchange, NOT_FOUND, "Unknown request URL.");
            }
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return ("Bearer " + apiKey).equals(headers.getFirst("Authorization"))
                || apiKey.equals(headers.getFirst("api-key"));
    }

    private static List<Map<String, Object>> models() {
        return MODELS.stream()
                .<Map<String, Object>>map(
                        id -> Map.of("id", id, "object", "model", "created", 0, "owned_by", "sandbox"))
                .toList();
    }

    private void complete(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        FakePrompt prompt;
        try {
            var body = exchange.getRequestBody().readAllBytes();
            prompt = new FakePrompt(JSON.readTree(body), body.length);
        } catch (JacksonException unreadable) {
            refuse(exchange, BAD_REQUEST, "We could not parse the JSON body of your request.");
            return;
        }
        if (!MODELS.contains(prompt.model())) {
            refuse(exchange, NOT_FOUND, "The model `" + prompt.model() + "` does not exist.");
            return;
        }
        awaitOrders();
        var behavior = FakeBehavior.of(orders + " " + prompt.text());
        pause(behavior.delay());
        var completion =
                new FakeCompletion(Integer.toString(number), System.currentTimeMillis() / 1000, prompt, behavior);
        if (behavior.status() != FakeBehavior.OK) {
            refuse(exchange, behavior.status(), "The fake provider was told to fail.");
        } else if (behavior.asHtml()) {
            send(
                    exchange,
                    FakeBehavior.OK,
                    "text/html",
                    "<html>Please log in.</html>".getBytes(StandardCharsets.UTF_8));
        } else if (prompt.isStream()) {
            stream(exchange, completion);
        } else if (behavior.breaksOff()) {
            exchange.sendResponseHeaders(FakeBehavior.OK, 1000);
            exchange.getResponseBody().write('{');
        } else {
            answer(exchange, FakeBehavior.OK, completion.whole());
        }
    }

    private void stream(HttpExchange exchange, FakeCompletion completion) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", EVENTS);
        exchange.sendResponseHeaders(FakeBehavior.OK, 0);
        var out = exchange.getResponseBody();
        var chunks = completion.chunks();
        try {
            for (var chunk : completion.behavior().breaksOff() ? chunks.subList(0, chunks.size() / 2) : chunks) {
                out.write(event(JSON.writeValueAsString(chunk)));
                out.flush();
                pause(completion.behavior().pace());
            }
            if (!completion.behavior().breaksOff()) {
                out.write(event("[DONE]"));
                out.close();
            }
        } catch (IOException left) {
            abandoned.incrementAndGet();
        }
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        var type = status == BAD_REQUEST || status == NOT_FOUND ? "invalid_request_error" : "server_error";
        answer(exchange, status, Map.of("error", Map.of("message", message, "type", type)));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, MEDIA_TYPE, JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
