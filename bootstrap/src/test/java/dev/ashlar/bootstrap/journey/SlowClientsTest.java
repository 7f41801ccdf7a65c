package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time that others wait while one client opens many connections and sends next to nothing on them. */
@Tag("exhaustive")
class SlowClientsTest {
    private static final int REQUESTS = 3000;
    /** Below that, the machine's own noise is larger than what is measured. */
    private static final Duration NOISE = Duration.ofMillis(10);

    @TempDir
    private static Path home;

    private static AshlarProcess ashlar;
    private static Duration quiet;

    @BeforeAll
    static void measureWithoutThem() throws IOException, InterruptedException {
        ashlar = AshlarProcess.serve(home.resolve("home"));
        slowestOfAHundred();
        quiet = slowestOfAHundred();
    }

    @AfterAll
    static void stop() {
        ashlar.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            500  | bodies  | POST /api/v1/auth/login HTTP/1.1~Host: a~Content-Type: application/json~Content-Length: 1000~~{
            500  | headers | GET /api/articles HTTP/1.1~Host: a~X-Slow:
            5000 | idle    | ''
            """)
    void slowClientsDelayNobodyElse(int count, String what, String beginning) throws IOException, InterruptedException {
        var port = ashlar.address().getPort();
        try (var slow = SlowClients.sending(port, count, beginning.replace("~", "\r\n"))) {
            var dripping = Thread.startVirtualThread(() -> dripOn(slow, beginning));
            var p99 = slowestOfAHundred();
            dripping.interrupt();

            assertThat(p99)
                    .as(what + ", quiet " + quiet)
                    .isLessThan(quiet.plus(NOISE).multipliedBy(2));
        }
    }

    private static void dripOn(SlowClients slow, String beginning) {
        while (!beginning.isEmpty()) {
            slow.drip();
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException enough) {
                return;
            }
        }
    }

    /** The 99th percentile of many requests, one after the other. */
    private static Duration slowestOfAHundred() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ashlar.address().resolve("/api/articles"))
                .build();
        List<Duration> times = new ArrayList<>();
        try (var client = HttpClient.newHttpClient()) {
            for (int number = 0; number < REQUESTS; number++) {
                long start = System.nanoTime();
                assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        times.sort(null);
        return times.get(REQUESTS * 99 / 100);
    }
}
