// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.InstalledPostgres;
import dev.ashlar.bootstrap.testing.PageCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void restoredDatabaseServesWhatTheBackupHas() throws Exception {
        var first = create("first");
        end("migrate", first);
        server.psql("first").sql("ALTER ROLE ashlar_app LOGIN").update();
        try (var ashlar = serve(first)) {
            Api.at(ashlar.address().getPort()).demo("admin");
        }
        var restored = create("restored");

        PageCommands.of("operations.md", "pg_restore").run(server, temp, Map.of("from", first, "to", restored));

        assertThat(rows("restored")).isEqualTo(rows("first")).containsKey("kernel.audit_log");
        assertThat(end("migrate --status", restored)).contains("The schema is up to date.");
        try (var ashlar = serve(restored)) {
            var admin = Api.at(ashlar.address().getPort()).demo("admin");
            admin.post("/api/v1/todos", Map.of("title", "Written after the restore"))
                    .is(201);
            admin.get("/api/v1/leads/duplicates").is(200);
        }
    }

    /** Returns the address for the owner. */
    private String create(String database) {
        var url = server.create(database);
        server.psql("postgres")
                .sql("ALTER DATABASE " + database + " OWNER TO owner")
                .update();
        return url.replace("postgres:postgres@", "owner:owner@");
    }

    private AshlarProcess serve(String url) {
        return AshlarProcess.serve(
                temp.resolve("home"), settings("serve", url, "ashlar_app", "--ashlar.demo-data=true"));
    }

    private String end(String command, String url) {
        try (var ashlar = AshlarProcess.start(temp.resolve("home"), settings(command, url, "owner", ""))) {
            assertThat(ashlar.awaitEnd()).as(ashlar.output()).isZero();
            return ashlar.output();
        }
    }

    private static String[] settings(String command, String url, String login, String more) {
        return (command + " --spring.datasource.url=jdbc:postgresql://" + url.replaceFirst(".*@", "")
                        + " --spring.datasource.username=" + login + " --spring.datasource.password=" + login
                        + " --spring.liquibase.enabled=false " + more)
                .strip()
                .split(" +");
    }

    private Map<String, Long> rows(String database) {
        var psql = server.psql(database);
        var rows = new TreeMap<String, Long>();
        psql.sql("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')""")
                .query(String.class)
                .list()
                .forEach(table -> rows.put(
                        table,
                        psql.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }
}
