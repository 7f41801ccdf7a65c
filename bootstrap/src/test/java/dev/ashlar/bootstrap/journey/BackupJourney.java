// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.InstalledPostgres;
import dev.ashlar.bootstrap.testing.PageCommands;
import dev.ashlar.bootstrap.testing.RowCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump that the owner restores by the commands of the page on operations has all rows, is migrated, and is served. */
@Tag("exhaustive")
class BackupJourney {
    @TempDir
    private Path temp;

    private InstalledPostgres server;

    @BeforeEach
    void start() throws IOException {
        server = InstalledPostgres.start(temp.resolve("server"));
        server.psql("postgres").sql("CREATE ROLE owner LOGIN CREATEROLE").update();
        server.create("first", "owner");
        server.create("restored", "owner");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void restoredDatabaseServesWhatTheBackupHas() throws Exception {
        asOwner("migrate", "first");
        server.psql("first").sql("ALTER ROLE ashlar_app LOGIN").update();
        try (var ashlar = serve("first")) {
            Api.at(ashlar.address().getPort()).demo("admin");
        }

        PageCommands.of("operations.md", "pg_restore")
                .run(server, temp, Map.of("from", server.url("first", "owner"), "to", server.url("restored", "owner")));

        assertThat(rows("restored")).isEqualTo(rows("first")).containsKey("kernel.audit_log");
        assertThat(asOwner("migrate", "restored", "--status")).contains("The schema is up to date.");
        try (var ashlar = serve("restored")) {
            var admin = Api.at(ashlar.address().getPort()).demo("admin");
            admin.post("/api/v1/todos", Map.of("title", "Written after the restore"))
                    .is(201);
            admin.get("/api/v1/leads/duplicates").is(200);
        }
    }

    private AshlarProcess serve(String database) {
        return AshlarProcess.serve(
                temp.resolve("home"), server.arguments("serve", database, "ashlar_app", "--ashlar.demo-data=true"));
    }

    private String asOwner(String command, String database, String... options) {
        return AshlarProcess.run(temp.resolve("home"), server.arguments(command, database, "owner", options));
    }

    private Map<String, Long> rows(String database) {
        return RowCounts.of(server.psql(database), ".*");
    }
}
