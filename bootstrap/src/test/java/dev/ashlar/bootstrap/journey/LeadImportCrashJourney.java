// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that is killed in the middle of an import. Another one goes on with the first row without a result. */
@Tag("exhaustive")
class LeadImportCrashJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROWS = 20_000;

    @TempDir
    private Path home;

    @Test
    void anImportGoesOnAfterAKill() {
        try (var instances = new Instances(home.resolve("home"))) {
            var psql = instances.psql();
            var first = instances.serve("first");
            var sales = Api.at(first.address().getPort()).demo("sales");
            var file = new StringBuilder("name,email,source\n");
            IntStream.range(0, ROWS)
                    .forEach(row -> file.append("Ada,crash").append(row).append("@example.org,crash\n"));
            var uploaded = SalesOffice.uploaded(sales, file.toString());
            SalesOffice.run(sales, uploaded).is(200);
            await("some batches")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .until(() -> settled(psql) > 1000);

            first.kill();
            int settled = settled(psql);
            assertThat(settled).as("rows before the kill").isLessThan(ROWS);
            assertThat(leads(psql)).isEqualTo(settled);
            var second = instances.serve("second");

            var there = sales.on(second.address());
            await("the end of the import")
                    .atMost(PATIENCE)
                    .until(() ->
                            there.get(uploaded).json().at("/status").asString().equals("finished"));
            assertThat(there.get(uploaded).json().at("/createdRows").asInt()).isEqualTo(ROWS);
            assertThat(leads(psql)).isEqualTo(ROWS);
            assertThat(psql.sql("SELECT count(*) FROM crm.lead_activities AS a JOIN crm.leads AS l ON l.id = a.lead_id"
                                    + " WHERE l.source = 'crash'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ROWS);
        }
    }

    private static int settled(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM crm.lead_import_rows WHERE outcome IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private static int leads(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM crm.leads WHERE source = 'crash'")
                .query(Integer.class)
                .single();
    }
}
