// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Catalogue of courses and tests on the loopback interface. {@code PUT} and {@code DELETE} change its items, {@code PUT /behavior} has it
 * misbehave (see {@link FakeListing}).
 */
public final class FakeCatalogue implements AutoCloseable {
    /** Paths of the lists. */
    public static final String COURSES = "courses";

    public static final String TESTS = "tests";
    /** Key of the catalogue in this process. It opens nothing else. */
    public static final String DEMO_KEY = "sandbox";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String apiKey;
    private final Map<String, ConcurrentSkipListMap<String, FakeItem>> lists;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile FakeListing listing = FakeListing.of("");

    private FakeCatalogue(HttpServer server, String apiKey, int courses, int tests) {
        this.server = server;
        this.apiKey = apiKey;
        this.lists = Map.of(
                COURSES,
                new ConcurrentSkipListMap<>(FakeItem.many("course", courses)),
                TESTS,
                new ConcurrentSkipListMap<>(FakeItem.many("test", tests)));
    }

    /**
     * Starts a catalogue.
     *
     * @param port port to listen on; 0 for any free port
     * @param courses number of courses to begin with
     * @param tests number of tests to begin with
     */
    public static FakeCatalogue start(int port, String apiKey, int courses, int tests) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var catalogue = new FakeCatalogue(server, apiKey, courses, tests);
            server.createContext("/", catalogue::handle);
            server.setExecutor(catalogue.threads);
            server.start();
            return catalogue;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Returns the base address. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Sets directives for all pages that are asked for from now on. */
    public void order(String directives) {
        listing = FakeListing.of(directives);
    }

    /** Adds an item, or replaces the one with its id. */
    public void put(String list, FakeItem item) {
        list(list).put(item.id(), item);
    }

    /** Removes an item, so that it is no longer listed. */
    public void remove(String list, String id) {
        list(list).remove(id);
    }

    /** Returns the items of a list, by id. */
    public Collection<FakeItem> items(String list) {
        return List.copyOf(list(list).values());
    }

    /** Returns the pages that were asked for, as in {@code courses after course-0200}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private ConcurrentSkipListMap<String, FakeItem> list(String name) {
        var list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("No such list: " + name);
        }
        return list;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
            var id = path.length == 2 ? path[1] : "";
            if (!("Bearer " + apiKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, UNAUTHORIZED, "{\"error\": \"unauthorized\"}");
            } else if (path[0].equals("behavior") && exchange.getRequestMethod().equals("PUT")) {
                order(body(exchange));
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            } else if (!lists.containsKey(path[0])) {
                send(exchange, NOT_FOUND, "{\"error\": \"not found\"}");
            } else {
                answer(exchange, path[0], id);
            }
        }
    }

    private void answer(HttpExchange exchange, String list, String id) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> page(exchange, list);
            case "PUT" -> change(exchange, list, id);
            case "DELETE" -> {
                remove(list, id);
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            }
            default -> send(exchange, BAD_REQUEST, "{\"error\": \"unknown method\"}");
        }
    }

    private void change(HttpExchange exchange, String list, String id) throws IOException {
        try {
            var body = JSON.readTree(body(exchange));
            var item = FakeItem.of(id, body.path("title").asString("Untitled"));
            put(list, item.with(body.path("version").asLong(1), item.title()));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        } catch (JacksonException unreadable) {
            send(exchange, BAD_REQUEST, "{\"error\": \"unreadable\"}");
        }
    }

    /** The cursor is the id of the last item of the page before. */
    private void page(HttpExchange exchange, String list) throws IOException {
        var parameters =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        var after = parameters.getFirst("cursor");
        var asked = parameters.getFirst("limit");
        requests.add(list + " after " + after);
        var now = listing;
        now.pause();
        if (now.status() != OK) {
            send(exchange, now.status(), "{\"error\": \"told to fail\"}");
            return;
        }
        var items = list(list);
        var rest = after == null ? items : items.tailMap(after, false);
        int limit = Math.min(now.pageSize(), asked == null ? now.pageSize() : Integer.parseInt(asked));
        var page = rest.values().stream().limit(limit).toList();
        var json = JSON.writeValueAsString(
                body(page, rest.size() > page.size() ? page.getLast().id() : null));
        send(exchange, OK, now.isBroken() ? json.substring(0, json.length() / 2) : json);
    }

    private static Map<String, @Nullable Object> body(List<FakeItem> page, @Nullable String next) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("items", new ArrayList<>(page));
        body.put("nextCursor", next);
        return body;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
