// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.InstalledPostgres;
import dev.ashlar.bootstrap.testing.PageCommands;
import dev.ashlar.bootstrap.testing.RowCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations, sync and AI move to another database and back with all their rows, by the commands of the page on growth. */
@Tag("exhaustive")
class MovedContextJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PAGE = "growth.md";
    private static final String SCHEMAS = "operations sync mrlearn mrtest ai";
    private static final String METADATA = "/api/v1/operations/system-metadata";
    private static final List<String> GROWING = List.of(
            "operations.api_requests",
            "operations.health_checks",
            "operations.system_metadata",
            "mrlearn.courses",
            "ai.llms");

    @TempDir
    private Path temp;

    private InstalledPostgres server;

    @BeforeEach
    void migrateBoth() throws IOException {
        server = InstalledPostgres.start(temp.resolve("server"));
        server.create("common", "postgres");
        server.create("other", "postgres");
        AshlarProcess.run(temp.resolve("home"), arguments("migrate", "postgres", "other"));
        server.psql("common").sql("ALTER ROLE ashlar_app LOGIN").update();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void movesThereAndBackWithAllRows() throws Exception {
        Map<String, Long> before;
        try (var ashlar = serve(null)) {
            var admin = admin(ashlar);
            addMetadata(admin, "first");
            admin.post("/api/v1/operations/sync/mrlearn", Map.of());
            for (var table : GROWING) {
                await(table).atMost(PATIENCE).until(() -> rows("common").get(table) > 0);
            }
        }
        before = rows("common");

        run("pg_dump", "common", "other");

        assertThat(rows("other")).isEqualTo(before);
        try (var ashlar = serve("other")) {
            run("TRUNCATE", "common", "other");
            assertThat(rows("common").values()).containsOnly(0L);
            var admin = admin(ashlar);
            addMetadata(admin, "second");
            assertThat(admin.get(METADATA).is(200).text()).contains("first", "second");
            assertThat(rows("common").values()).containsOnly(0L);
        }
        before = rows("other");

        run("pg_dump", "other", "common");

        assertThat(rows("common")).isEqualTo(before);
        try (var ashlar = serve(null)) {
            var admin = admin(ashlar);
            addMetadata(admin, "third");
            assertThat(admin.get(METADATA).is(200).text()).contains("first", "second", "third");
        }
        assertThat(rows("other")).isEqualTo(before);
    }

    @Test
    void auditEntriesComeBackOnce() throws Exception {
        for (int way = 1; way <= 2; way++) {
            server.psql("other")
                    .sql("INSERT INTO kernel.audit_log (id, subject_type, subject_id, login, after, created_at)"
                            + " VALUES (gen_random_uuid(), 'ai.ai_budgets', gen_random_uuid(), 'web', '{}', now())")
                    .update();

            PageCommands.of(PAGE, "kernel.audit_log").run(server, temp, addresses("other", "common"));

            assertThat(auditEntries("common")).hasSize(way).isEqualTo(auditEntries("other"));
        }
    }

    private Set<UUID> auditEntries(String database) {
        return server.psql(database)
                .sql("SELECT id FROM kernel.audit_log")
                .query(UUID.class)
                .set();
    }

    private AshlarProcess serve(@Nullable String moved) {
        return AshlarProcess.serve(temp.resolve("home"), arguments("serve", "ashlar_app", moved));
    }

    private String[] arguments(String command, String login, @Nullable String moved) {
        var settings = new ArrayList<>(List.of("--ashlar.demo-data=true"));
        if (moved != null) {
            for (var context : List.of("operations", "sync", "ai")) {
                settings.add("--ashlar.contexts." + context + ".url=" + server.url(moved, login));
            }
        }
        return server.arguments(command, "common", login, settings.toArray(String[]::new));
    }

    private static Api admin(AshlarProcess ashlar) {
        return Api.at(ashlar.address().getPort()).demo("admin");
    }

    private static void addMetadata(Api admin, String key) {
        admin.post(METADATA, Map.of("key", key, "value", "yes", "description", "Moves along."))
                .is(201);
    }

    /** Runs the commands of the page that contain a word, for the moved schemas. */
    private void run(String word, String from, String to) throws Exception {
        var commands = PageCommands.of(PAGE, word).text().replace("in operations;", "in " + SCHEMAS + ";");
        assertThat(commands).contains(SCHEMAS);
        new PageCommands(commands).run(server, temp, addresses(from, to));
    }

    private Map<String, String> addresses(String from, String to) {
        return Map.of("from", server.url(from, "postgres"), "to", server.url(to, "postgres"));
    }

    private Map<String, Long> rows(String database) {
        return RowCounts.of(server.psql(database), SCHEMAS.replace(' ', '|'));
    }
}
