// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.PgBouncer;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ashlar behind PgBouncer in transaction mode, on fewer sessions than it has connections. */
@Tag("exhaustive")
class PgBouncerJourney {
    private static final String LOGIN = "pooled";
    private static final int SESSIONS = 4;
    private static final int CLIENTS = 8;
    private static final int ENTRIES = 50;
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    private Path temp;

    @BeforeAll
    static void createLogin() {
        DATABASE.psql()
                .sql("CREATE ROLE pooled LOGIN PASSWORD 'pooled' IN ROLE ashlar_app")
                .update();
    }

    @AfterAll
    static void drop() {
        var owner = DATABASE.psql();
        owner.sql("DROP ROLE pooled").update();
        DATABASE.close();
    }

    @Test
    void servesReadsAndWritesOfManyConnectionsOnFewSessions() throws Exception {
        giveTheLoginItsLimits();
        try (var pooler = PgBouncer.start(temp, DATABASE, LOGIN, "default_pool_size = " + SESSIONS);
                var ashlar = AshlarProcess.serve(temp.resolve("home"), settings(pooler));
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var api = Api.at(ashlar.address().getPort());
            var owner = api.newcomer();
            var id = owner.myId();
            var admin = admin(api);
            var work = new ArrayList<Callable<Void>>();
            for (int client = 0; client < CLIENTS; client++) {
                var prefix = client + "-";
                work.add(() -> {
                    for (int entry = 0; entry < ENTRIES; entry++) {
                        post(admin, id, prefix + entry);
                        owner.get("/api/v1/wallet/usages?limit=5").is(200);
                    }
                    return null;
                });
            }

            for (var done : clients.invokeAll(work)) {
                done.get();
            }

            assertThat(owner.get("/api/v1/wallet").is(200).json().at("/balance").asInt())
                    .isEqualTo(CLIENTS * ENTRIES);
            assertThat(sessions()).isBetween(1, SESSIONS);
        }
    }

    @Test
    void isRefusedWithoutTheLimitsOfTheLogin() {
        DATABASE.psql().sql("ALTER ROLE pooled RESET ALL").update();

        assertThat(refusal()).contains("ALTER ROLE pooled SET statement_timeout = '10s'");
    }

    @Test
    void isRefusedWhereReadersWouldMakeWritersReadOnly() throws Exception {
        giveTheLoginItsLimits();

        assertThat(refusal("track_extra_parameters = IntervalStyle"))
                .contains("carries default_transaction_read_only from one connection to another");
    }

    /** Two connections that take turns on an even number of sessions never meet. */
    @Test
    void isRefusedWhereReadersWouldMakeWritersReadOnlyOnSessionsInTurn() throws Exception {
        giveTheLoginItsLimits();

        assertThat(refusal(
                        "track_extra_parameters = IntervalStyle",
                        "server_round_robin = 1",
                        "min_pool_size = " + SESSIONS,
                        "default_pool_size = " + SESSIONS))
                .contains("carries default_transaction_read_only from one connection to another");
    }

    @Test
    void isRefusedWherePreparedStatementsAreLost() throws Exception {
        giveTheLoginItsLimits();

        assertThat(refusal("max_prepared_statements = 0")).contains("loses prepared statements");
    }

    @Test
    void leadsToTheDatabaseOfAContextThatIsNotMigrated() throws Exception {
        giveTheLoginItsLimits();
        try (var own = TestDatabase.empty();
                var pooler = PgBouncer.start(temp, own, LOGIN);
                var ashlar = AshlarProcess.start(
                        temp.resolve("home"),
                        "--spring.datasource.url=" + DATABASE.url(),
                        "--spring.datasource.username=" + LOGIN,
                        "--spring.datasource.password=" + LOGIN,
                        "--spring.liquibase.enabled=false",
                        "--ashlar.contexts.sync.url="
                                + pooler.url().replace("jdbc:postgresql://", "postgres://anybody:any@"))) {
            assertThat(ashlar.awaitEnd()).isEqualTo(1);
            assertThat(ashlar.output()).contains("Migrations are pending on the database of ashlar.contexts.sync.url");
        }
    }

    @Test
    void isRefusedToMigrations() throws Exception {
        giveTheLoginItsLimits();
        DATABASE.psql()
                .sql(
                        "DELETE FROM public.databasechangelog WHERE orderexecuted = (SELECT max(orderexecuted) FROM public.databasechangelog)")
                .update();
        try (var pooler = PgBouncer.start(temp, DATABASE, "postgres");
                var ashlar = AshlarProcess.start(temp.resolve("home"), arguments("migrate", settings(pooler)))) {
            assertThat(ashlar.awaitEnd()).isEqualTo(1);
            assertThat(ashlar.output()).contains("Name the PostgreSQL server itself");
        }
    }

    private String refusal(String... changes) {
        try (var pooler = PgBouncer.start(temp, DATABASE, LOGIN, changes);
                var ashlar = AshlarProcess.start(temp.resolve("home"), settings(pooler))) {
            assertThat(ashlar.awaitEnd()).isEqualTo(1);
            return ashlar.output();
        }
    }

    private static void giveTheLoginItsLimits() throws IOException, SQLException {
        var script = Files.readString(Path.of("..", "deploy", "pgbouncer", "login.sql"));
        try (var connection = DriverManager.getConnection(DATABASE.url(), LOGIN, LOGIN);
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static int sessions() {
        return DATABASE.psql()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'pooled'")
                .query(Integer.class)
                .single();
    }

    private static String[] settings(PgBouncer pooler) {
        return new String[] {
            "--spring.datasource.url=" + pooler.url(),
            "--spring.datasource.username=anybody",
            "--spring.datasource.password=",
            "--spring.liquibase.enabled=false"
        };
    }

    private static String[] arguments(String command, String[] settings) {
        var arguments = new ArrayList<>(java.util.List.of(command));
        arguments.addAll(java.util.List.of(settings));
        return arguments.toArray(String[]::new);
    }

    private static Api admin(Api api) {
        var email = "admin@pooled.example";
        api.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email", email,
                                "username", "pooled",
                                "password", Api.NEWCOMERS_PASSWORD,
                                "firstName", "Ada",
                                "lastName", "Min"))
                .is(202);
        DATABASE.psql()
                .sql("UPDATE identity.users SET role = 'admin' WHERE email = ?")
                .param(email)
                .update();
        return api.login(email, Api.NEWCOMERS_PASSWORD);
    }

    private static void post(Api admin, String owner, String key) {
        admin.post(
                        "/api/v1/wallets/" + owner + "/adjustments",
                        Map.of("tokens", 1, "reason", "pooled"),
                        "Idempotency-Key",
                        key)
                .is(201);
    }
}
