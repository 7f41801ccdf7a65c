// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncSource;
import dev.ashlar.sync.web.SyncSettings.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers of the adapter for a server that works, is slow, fails or is unreachable. */
class HttpCataloguesTest {
    private static final String PAGE = "{\"items\": [{\"id\": \"c\", \"version\": 1, \"title\": \"T\"}]}";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpCatalogues catalogues;
    private volatile HttpHandler answer = exchange -> send(exchange, 200, PAGE);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer.handle(exchange);
            exchange.close();
        });
        server.start();
        catalogues = catalogues(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        catalogues.close();
    }

    @Test
    void asksForThePageOfTheSource() {
        assertThat(catalogues.page(SyncSource.MRLEARN, null)).isInstanceOf(CataloguePage.class);
        catalogues.page(SyncSource.MRTEST, "a b&c=d");
        assertThat(received)
                .containsExactly(
                        "/api/courses?limit=200 Bearer very-secret", "/api/tests?limit=200&cursor=a+b%26c%3Dd null");
        assertThat(catalogues.isConfigured(SyncSource.MRLEARN)).isTrue();
    }

    @Test
    void callsNoServerThatIsNotConfigured() {
        var none = new HttpCatalogues(
                new SyncSettings(null, null), new CataloguePageReader(new JsonMapper()), Duration.ofSeconds(1));
        assertThat(none.isConfigured(SyncSource.MRTEST)).isFalse();
        assertThat(none.page(SyncSource.MRTEST, null))
                .isEqualTo(new NoPage("The source has no server. Set ashlar.sync.mrtest.url.", true));
        none.close();
    }

    @ParameterizedTest
    @CsvSource({
        "301, true",
        "400, true",
        "401, true",
        "404, true",
        "410, true",
        "408, false",
        "429, false",
        "500, false",
        "503, false"
    })
    void tellsTheStatusOfAFailureAndIfARetryCanHelp(int status, boolean isFinal) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/api/courses");
            send(exchange, status, "Bad key: very-secret");
        };
        assertThat(catalogues.page(SyncSource.MRLEARN, null))
                .isEqualTo(new NoPage("The catalogue answered with status " + status + ".", isFinal));
        assertThat(received).hasSize(1);
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        try (var impatient = new Closing(catalogues(Duration.ofMillis(200)))) {
            answer = exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await();
            };
            assertThat(impatient.catalogues().page(SyncSource.MRLEARN, null))
                    .isEqualTo(new NoPage("The catalogue did not answer in time.", false));
        }
    }

    @Test
    void readsNoAnswerWithoutAnEnd() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        };
        assertThat(catalogues.page(SyncSource.MRLEARN, null)).isInstanceOf(NoPage.class);
    }

    @Test
    void suspendsCallsOfOneSourceAfterFailures() {
        answer = exchange -> send(exchange, 503, "");
        for (int call = 0; call < 5; call++) {
            catalogues.page(SyncSource.MRLEARN, null);
        }
        answer = exchange -> send(exchange, 200, PAGE);
        assertThat(catalogues.page(SyncSource.MRLEARN, null))
                .isEqualTo(new NoPage("Calls of the catalogue are suspended for a minute after failures.", false));
        assertThat(received).hasSize(5);
        assertThat(catalogues.page(SyncSource.MRTEST, null)).isInstanceOf(CataloguePage.class);
    }

    @Test
    void tellsThatNothingAnswers() {
        server.stop(0);
        assertThat(catalogues.page(SyncSource.MRLEARN, null))
                .isEqualTo(new NoPage("The connection failed, or the answer was too long.", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://school.example/api", "http://localhost:9300", "http://127.0.0.1", "http://[::1]:1/"})
    void takesServersWithTlsOrOnThisMachine(String url) {
        assertThat(new Server(URI.create(url), "very-secret")).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://school.example",
                "ftp://localhost",
                "file:/etc/passwd",
                "https:school",
                "school.example",
                "https://school.example?key=x",
                "https://school.example#a"
            })
    void refusesAllOtherServers(String url) {
        var address = URI.create(url);
        assertThatIllegalArgumentException().isThrownBy(() -> new Server(address, ""));
    }

    private HttpCatalogues catalogues(Duration deadline) {
        var url = URI.create("http://localhost:" + server.getAddress().getPort() + "/api/");
        return new HttpCatalogues(
                new SyncSettings(new Server(url, "very-secret"), new Server(url, "")),
                new CataloguePageReader(new JsonMapper()),
                deadline);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Closing(HttpCatalogues catalogues) implements AutoCloseable {
        @Override
        public void close() {
            catalogues.close();
        }
    }
}
