// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL stops below an Ashlar whose requests need nothing of it but their log. */
@Tag("exhaustive")
class OperationsRequestLogOutageJourney {
    private static final Pattern DROPPED = Pattern.compile("Requests not logged requests=(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A third of the time for which the log waits for a connection. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @TempDir
    private Path temp;

    private int sent;

    @Test
    void costsRequestsNothingAndDropsThemWithACount() throws IOException {
        var database = start(0);
        try (var ashlar = serve(database.getPort())) {
            var nobody = Api.at(ashlar.address().getPort());
            times(nobody, 500); // until the code is compiled
            var psql = JdbcClient.create(database.getPostgresDatabase());
            ashlar.waiting(PATIENCE).until(() -> rows(psql) == sent);

            database.close();
            var during = new ArrayList<Duration>();
            ashlar.waiting(PATIENCE).until(() -> {
                during.addAll(times(nobody, 10));
                return dropped(ashlar) > 0;
            });
            assertThat(during).allMatch(time -> time.compareTo(LIMIT) < 0);

            database = start(database.getPort());
            var again = JdbcClient.create(database.getPostgresDatabase());
            long stored = rows(again);
            ashlar.waiting(PATIENCE).until(() -> {
                times(nobody, 1);
                return rows(again) > stored;
            });
            ashlar.waiting(PATIENCE).until(() -> rows(again) + dropped(ashlar) >= sent);
        } finally {
            database.close();
        }
    }

    private AshlarProcess serve(int port) {
        return AshlarProcess.serve(
                temp.resolve("home"),
                "--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(temp.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    /** Sends requests one after the other, each of which is refused without a look into the database. */
    private List<Duration> times(Api api, int count) {
        var times = new ArrayList<Duration>();
        for (int number = 0; number < count; number++) {
            long start = System.nanoTime();
            api.get("/nowhere", "User-Agent", "outage").is(404);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        sent += count;
        return times;
    }

    private static long dropped(AshlarProcess ashlar) {
        return DROPPED.matcher(ashlar.output())
                .results()
                .mapToLong(drop -> Long.parseLong(drop.group(1)))
                .sum();
    }

    private static long rows(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM operations.api_requests WHERE user_agent = 'outage'")
                .query(Long.class)
                .single();
    }
}
