// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Time that others wait while one client opens many connections and sends next to nothing on them. Another instance, which has no
 * such client, is asked in turns, so that whatever else the machine does delays both.
 */
@Tag("exhaustive")
class SlowClientsTest {
    private static final int REQUESTS = 5000;
    private static final long NOISE = Duration.ofMillis(5).toNanos();

    @TempDir
    private static Path home;

    private static AshlarProcess quiet;
    private static AshlarProcess ashlar;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        quiet = AshlarProcess.serve(home.resolve("quiet"));
        ashlar = AshlarProcess.serve(home.resolve("home"));
        measure(); // compiles
    }

    @AfterAll
    static void stop() {
        ashlar.close();
        quiet.close();
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
            var times = measure();
            dripping.interrupt();

            assertThat(p99(times.others)).as(what).isLessThan(2 * p99(times.undisturbed) + NOISE);
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

    private static Times measure() throws IOException, InterruptedException {
        var times = new Times(new long[REQUESTS], new long[REQUESTS]);
        try (var client = HttpClient.newHttpClient()) {
            for (int number = 0; number < REQUESTS; number++) {
                times.undisturbed[number] = nanosOf(client, quiet);
                times.others[number] = nanosOf(client, ashlar);
            }
        }
        return times;
    }

    private static long nanosOf(HttpClient client, AshlarProcess instance) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(instance.address().resolve("/api/articles"))
                .build();
        long start = System.nanoTime();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        return System.nanoTime() - start;
    }

    private static long p99(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * 99 / 100];
    }

    private record Times(long[] undisturbed, long[] others) {}
}
