// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.catalogue.FakeCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that is killed in the middle of a run. Another one goes on from its last page. */
@Tag("exhaustive")
class SyncCrashJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAGES = 40;

    @TempDir
    private Path home;

    @Test
    void aRunGoesOnFromItsLastPageAfterAKill() {
        try (var instances = new Instances(home.resolve("home"));
                var catalogue = FakeCatalogue.start(0, "key", PAGES * 10, 1)) {
            var psql = instances.psql();
            var settings = new String[] {
                "--ashlar.sync.mrlearn.url=" + catalogue.address(), "--ashlar.sync.mrlearn.api-key=key"
            };
            catalogue.order("!page 10 !delay 200");
            var first = instances.serve("first", settings);
            // The hourly job may have started the run.
            Api.at(first.address().getPort()).demo("admin").post("/api/v1/operations/sync/mrlearn", Map.of());
            await("some pages")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .until(() -> pages(psql) >= 5);

            first.kill();
            int pulled = pages(psql);
            assertThat(pulled).as("pages before the kill").isLessThan(PAGES);
            assertThat(courses(psql)).isEqualTo(pulled * 10L);
            int asked = catalogue.requests().size();
            psql.sql("UPDATE sync.sync_runs SET due_at = now()").update();
            catalogue.order("!page 10");
            instances.serve("second", settings);

            await("the end of the run")
                    .atMost(PATIENCE)
                    .until(() -> psql.sql("SELECT outcome = 'succeeded' FROM sync.sync_runs")
                            .query(Boolean.class)
                            .single());
            assertThat(pages(psql)).isEqualTo(PAGES);
            assertThat(courses(psql)).isEqualTo(PAGES * 10L);
            assertThat(catalogue.requests().subList(asked, catalogue.requests().size()))
                    .hasSize(PAGES - pulled)
                    .first()
                    .isEqualTo("courses after course-%04d".formatted(pulled * 10));
        }
    }

    private static int pages(JdbcClient psql) {
        return psql.sql("SELECT COALESCE(max(pages), 0) FROM sync.sync_runs")
                .query(Integer.class)
                .single();
    }

    private static long courses(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM mrlearn.courses WHERE status = 'listed'")
                .query(Long.class)
                .single();
    }
}
