// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.Relay;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations and sync have a separate database. */
@Tag("exhaustive")
class OwnDatabaseJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> MOVED = List.of("operations", "sync", "mrlearn", "mrtest");

    @TempDir
    private Path temp;

    @Test
    void keepsAllRowsOfAContextInItsDatabaseAndNoOthers() {
        try (var instances = new Instances(temp.resolve("home"));
                var own = TestDatabase.migrated()) {
            var server = URI.create(own.url().substring("jdbc:".length()));
            var api = serve(instances, own, server.getPort());
            var admin = api.demo("admin");

            admin.post(
                            "/api/v1/operations/system-metadata",
                            Map.of("key", "own.database", "value", "yes", "description", "Where this row is."))
                    .is(201);
            admin.post("/api/v1/operations/sync/mrlearn", Map.of());
            for (var job : List.of("operations.snapshot-kpis", "operations.check-health", "sync.pull-catalogues")) {
                admin.post("/api/v1/operations/jobs/" + job + "/run", Map.of()).is(202);
            }
            for (var table : List.of(
                    "operations.system_metadata",
                    "operations.api_requests",
                    "operations.kpi_snapshots",
                    "operations.health_checks",
                    "mrlearn.courses")) {
                await(table).atMost(PATIENCE).until(() -> count(own, "SELECT count(*) FROM " + table) > 0);
            }

            assertThat(admin.get("/api/v1/operations/kpis/latest").is(200).text())
                    .contains("identity.users", "ai.calls");
            assertThat(admin.get("/api/v1/operations/audit-log").is(200).text()).contains("wallet.tokens");
            assertThat(admin.get("/api/v1/catalogue/courses").is(200).text()).contains("\"items\"");
            for (var schema : MOVED) {
                assertThat(rowsOf(instances.database(), schema)).as(schema).isZero();
            }
            for (var schema : List.of("identity", "wallet", "commerce", "publishing")) {
                assertThat(rowsOf(own, schema)).as(schema).isZero();
            }
            assertThat(count(own, "SELECT count(*) FROM kernel.scheduled_tasks"))
                    .isZero();
            assertThat(count(own, "SELECT count(*) FROM kernel.event_publication"))
                    .isZero();
        }
    }

    @Test
    void serveTheOtherContextsWhileTheirOwnDatabaseIsAway() {
        try (var instances = new Instances(temp.resolve("home"));
                var own = TestDatabase.migrated()) {
            var server = URI.create(own.url().substring("jdbc:".length()));
            try (var name = new Relay(server.getPort())) {
                var api = serve(instances, own, name.port());
                var admin = api.demo("admin");
                admin.get("/api/v1/operations/system-metadata").is(200);

                name.leadTo(1);
                name.cut();

                admin.get("/api/v1/operations/system-metadata").isProblem(503, "request.unavailable");
                api.newcomer().get("/api/v1/wallet").is(200);
                api.get("/actuator/health/readiness").is(200);

                name.leadTo(server.getPort());
                await().atMost(PATIENCE)
                        .until(() ->
                                admin.get("/api/v1/operations/system-metadata").status() == 200);
            }
        }
    }

    @Test
    void refusesToStartBeforeTheirDatabaseIsMigrated() {
        try (var common = TestDatabase.migrated();
                var own = TestDatabase.empty();
                var ashlar = AshlarProcess.start(
                        temp.resolve("home"),
                        "--spring.datasource.url=" + common.url(),
                        "--spring.datasource.username=ashlar_app",
                        "--spring.datasource.password=ashlar_app",
                        "--spring.liquibase.enabled=false",
                        "--ashlar.contexts.sync.url=" + url(own, port(own)))) {
            assertThat(ashlar.awaitEnd()).isEqualTo(1);
            assertThat(ashlar.output())
                    .contains("ashlar.contexts.sync.url")
                    .contains("run `ashlar migrate` as the owner")
                    .doesNotContain("\tat ");
        }
    }

    private static Api serve(Instances instances, TestDatabase own, int port) {
        var ashlar = instances.serve(
                "one",
                "--ashlar.contexts.operations.url=" + url(own, port),
                "--ashlar.contexts.sync.url=" + url(own, port));
        return Api.at(ashlar.address().getPort());
    }

    private static String url(TestDatabase database, int port) {
        var name = database.url().replaceFirst(".*/", "");
        return "postgres://ashlar_app:ashlar_app@localhost:" + port + "/" + name;
    }

    private static int port(TestDatabase database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    private static long rowsOf(TestDatabase database, String schema) {
        return database
                .psql()
                .sql("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = ?")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .mapToLong(table -> count(database, "SELECT count(*) FROM " + table))
                .sum();
    }

    private static long count(TestDatabase database, String query) {
        return database.psql().sql(query).query(Long.class).single();
    }
}
