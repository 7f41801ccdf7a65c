// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.Benchmarks;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A file of 100,000 leads, imported over HTTP: uploaded, previewed and run, with a result for each row. Beside it COPY of the same leads into
 * the same table, with its indexes and its audit trigger.
 */
@Tag("benchmark")
class CrmImportBenchmark {
    private static final int ROWS = Benchmarks.ARE_MEASURING ? 100_000 : 500;
    private static final UUID SALES = UUID.fromString("0c000000-0000-7000-8000-0000000000c1");
    private static final UUID ADMIN = UUID.fromString("0c000000-0000-7000-8000-0000000000ad");
    private static final String COPY = """
            COPY crm.leads (
                id, name, email, phone, phone_typed, source, platform, owner_id, created_at, updated_at
            ) FROM STDIN (FORMAT csv)""";

    @TempDir
    private Path home;

    @Test
    void importsAFile() {
        try (var ashlar = ServedAshlar.start(home, "--db-scheduler.enabled=true")) {
            var sales = "Bearer " + ashlar.token(SALES, "sales");
            var admin = "Bearer " + ashlar.token(ADMIN, "admin");
            var load = new Load("Import of " + ROWS + " leads", 1, 1, 1, 3);

            load.contender("Ashlar", client -> {
                        var http = ashlar.connect();
                        return number -> {
                            http.post(
                                            "/api/v1/lead-imports",
                                            file(number),
                                            "Authorization",
                                            sales,
                                            "Content-Type",
                                            "text/csv")
                                    .is(201);
                            var id = latestImport(ashlar.psql());
                            http.post("/api/v1/lead-imports/" + id + "/run", "", "Authorization", sales)
                                    .is(200);
                            http.post("/api/v1/operations/jobs/crm.import-leads/run", "", "Authorization", admin);
                            awaitEnd(ashlar.psql());
                        };
                    })
                    .contender("COPY", client -> number -> copy(ashlar, number))
                    .run(ashlar.statements())
                    .add("Run without upload and wait for the job, seconds", seconds(ashlar.psql()))
                    .add("Memory of Ashlar", ashlar.memory())
                    .print();

            var count = "SELECT count(*) FROM crm.leads WHERE source = ";
            assertThat(number(ashlar.psql(), count + "'fair-0'")).isEqualTo(ROWS);
            assertThat(number(ashlar.psql(), count + "'copy-0'")).isEqualTo(ROWS);
            assertThat(number(ashlar.psql(), "SELECT count(*) FROM crm.lead_import_rows WHERE outcome <> 'created'"))
                    .isZero();
        }
    }

    private static String file(int number) {
        var lines = new StringBuilder("name,email,phone,source\n");
        for (int row = 0; row < ROWS; row++) {
            lines.append(name(row))
                    .append(',')
                    .append(email(number, row))
                    .append(',')
                    .append(phone(row))
                    .append(",fair-")
                    .append(number)
                    .append('\n');
        }
        return lines.toString();
    }

    private static void copy(ServedAshlar ashlar, int number) throws Exception {
        var lines = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            lines.append(new UUID(((long) number << 48) | 0x7000, Long.MIN_VALUE | row))
                    .append(',')
                    .append(name(row))
                    .append(',')
                    .append(email(number, row))
                    .append(',')
                    .append(phone(row))
                    .append(',')
                    .append(phone(row))
                    .append(",copy-")
                    .append(number)
                    .append(",mentor,")
                    .append(SALES)
                    .append(",now,now\n");
        }
        try (var connection = ashlar.connections().getConnection()) {
            long rows =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.toString()));
            assertThat(rows).isEqualTo(ROWS);
        }
    }

    private static String name(int row) {
        return "Lead " + Integer.toString(row * 7919 % 1_000_003, 36) + " of Town " + row % 97;
    }

    private static String email(int number, int row) {
        return "lead" + row + "@" + number + ".example.org";
    }

    private static String phone(int row) {
        return "+4930" + (1_000_000 + row);
    }

    private static void awaitEnd(JdbcClient psql) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number(psql, "SELECT count(*) FROM crm.lead_imports WHERE status <> 'finished'") == 0);
    }

    private static UUID latestImport(JdbcClient psql) {
        return psql.sql("SELECT id FROM crm.lead_imports ORDER BY id DESC LIMIT 1")
                .query(UUID.class)
                .single();
    }

    /** Returns the median time of all batches of an import but the first. */
    private static String seconds(JdbcClient psql) {
        return String.format(
                Locale.ROOT, "%.1f", psql.sql("""
                                SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM run))
                                FROM (
                                    SELECT max(updated_at) - min(updated_at) AS run
                                    FROM crm.lead_import_rows
                                    GROUP BY import_id
                                ) AS runs""").query(Double.class).single());
    }

    private static long number(JdbcClient psql, String sql) {
        return psql.sql(sql).query(Long.class).single();
    }
}
