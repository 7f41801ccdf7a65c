// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.RowCounts;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AshlarCommandTest {
    @Test
    void listsCommandsAndExitCodesInTheHelp(CapturedOutput output) {
        assertThat(AshlarCommand.run("--help")).isZero();
        assertThat(output)
                .contains(
                        "serve",
                        "migrate",
                        "rollback",
                        "seed",
                        "sandbox-gateway",
                        "fake-provider",
                        "fake-catalogue",
                        "3 migrations are pending");
    }

    @Test
    void printsTheVersion(CapturedOutput output) {
        assertThat(AshlarCommand.run("--version")).isZero();
        assertThat(output).contains("ashlar ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrat",
                "--count=3",
                "rollback",
                "rollback --count x",
                "rollback --count 0",
                "seed --bogus",
                "admin",
                "admin create",
                "leads",
                "leads copy --force"
            })
    void endsWithTwoOnArgumentsItDoesNotKnow(String line) {
        assertThat(AshlarCommand.run(line.split(" "))).isEqualTo(2);
    }

    @Test
    void migratesRollsBackAndReportsTheStatus(CapturedOutput output) {
        try (var database = TestDatabase.empty()) {
            assertThat(run(database, "migrate", "--status")).isEqualTo(3);
            assertThat(output).contains("pending      kernel:001-create-schema").doesNotContain("applied");
            assertThat(run(database, "migrate")).isZero();
            assertThat(output).contains("applied      kernel:003-create-scheduled-tasks");
            assertThat(run(database, "migrate", "--status")).isZero();
            assertThat(output).contains("The schema is up to date.");
            assertThat(run(database, "rollback", "--count", "1")).isZero();
            assertThat(output).contains("rolled back  ");
            assertThat(run(database, "migrate", "--status")).isEqualTo(3);
        }
    }

    @Test
    @Tag("exhaustive")
    void migratesTheDatabaseOfAContextToo(CapturedOutput output) {
        try (var common = TestDatabase.migrated();
                var own = TestDatabase.empty()) {
            var owner = own.owner();
            var setting = "--ashlar.contexts.sync.url=postgres://%s:%s@%s"
                    .formatted(owner.getUser(), owner.getPassword(), own.url().replaceFirst("jdbc:postgresql://", ""));

            assertThat(run(common, "migrate", "--status", setting)).isEqualTo(3);
            assertThat(run(common, "migrate", setting)).isZero();
            assertThat(output).contains(common.url(), own.url(), "applied      sync:001-create-schema");
            assertThat(run(common, "migrate", "--status", setting)).isZero();
            assertThat(run(common, "rollback", "--count", "1", setting)).isZero();
            assertThat(run(own, "migrate", "--status")).isEqualTo(3);
        }
    }

    @Test
    void reportsPendingMigrationsToALoginThatMayNotMigrate(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            assertThat(run(database, "rollback", "--count", "1")).isZero();
            reportsPendingMigrations(database, output);
        }
    }

    @Test
    @Tag("exhaustive")
    void reportsAnEmptyDatabaseToALoginThatMayNotMigrate(CapturedOutput output) {
        try (var database = TestDatabase.empty()) {
            reportsPendingMigrations(database, output);
        }
    }

    private static void reportsPendingMigrations(TestDatabase database, CapturedOutput output) {
        var login = database.application();
        assertThat(AshlarCommand.run(
                        "serve",
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + login.getUsername(),
                        "--spring.datasource.password=" + login.getPassword()))
                .isEqualTo(1);
        assertThat(output)
                .contains("Migrations are pending", "Run `ashlar migrate` as the owner.")
                .doesNotContain("\tat ");
    }

    @Test
    void reportsAChangedChangesetInOneSentence(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            database.psql()
                    .sql(
                            "UPDATE databasechangelog SET md5sum = '9:0' WHERE id = '001-create-schema' AND author = 'kernel'")
                    .update();
            assertThat(run(database, "serve", "--server.port=0")).isEqualTo(1);
            assertThat(output)
                    .contains("Changesets have changed since they ran on this database", "001-create-schema::kernel")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void createsAnAdministratorWithALinkThatSetsThePassword(CapturedOutput output) throws IOException {
        try (var database = TestDatabase.migrated();
                var serving = new ServerSocket(0)) {
            var sql = database.psql();
            var portOfAnother = "--management.server.port=" + serving.getLocalPort();
            assertThat(run(database, "admin", "create", "--email", "root@example.org", portOfAnother))
                    .isZero();
            assertThat(output).contains("Created administrator root@example.org", "/reset-password?token=");
            assertThat(sql.sql(
                                    "SELECT role::text FROM identity.users WHERE email = 'root@example.org' AND email_verified_at IS NOT NULL")
                            .query(String.class)
                            .single())
                    .isEqualTo("admin");
            assertThat(sql.sql("SELECT type::text FROM identity.security_events")
                            .query(String.class)
                            .list())
                    .containsExactly("administrator_created");
            assertThat(sql.sql(
                                    "SELECT count(*) FROM identity.one_time_tokens WHERE token_hash IS NOT NULL AND sent_at IS NOT NULL")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    @Tag("exhaustive")
    void refusesAnAdministratorWhoseAddressOrNameIsTaken(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            assertThat(run(database, "admin", "create", "--email", "root@example.org"))
                    .isZero();

            assertThat(run(database, "admin", "create", "--email", "ROOT@example.org", "--username", "root2"))
                    .isEqualTo(1);
            assertThat(output).contains("Failed: An account has the address ROOT@example.org.");
            assertThat(run(database, "admin", "create", "--email", "boss@example.org", "--username", "Admin"))
                    .isEqualTo(1);
            assertThat(output).contains("Failed: Another account has the username Admin.");
        }
    }

    @Test
    @Tag("exhaustive")
    void readsThePasswordOfAnAdministratorFromTheInput(CapturedOutput output) {
        var input = System.in;
        try (var database = TestDatabase.migrated()) {
            System.setIn(new ByteArrayInputStream("a long and rare password\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(run(database, "admin", "create", "--email", "root@example.org", "--password-stdin"))
                    .isZero();
            assertThat(output).contains("Created administrator").doesNotContain("token=", "rare password");
        } finally {
            System.setIn(input);
        }
    }

    @Test
    void refusesAnInputWithoutAPassword() {
        var input = System.in;
        try {
            System.setIn(InputStream.nullInputStream());
            assertThat(AshlarCommand.run("admin", "create", "--email", "boss@example.org", "--password-stdin"))
                    .isEqualTo(2);
        } finally {
            System.setIn(input);
        }
    }

    @Test
    @Tag("exhaustive")
    void seedsRepeatedlyAndAddsDemoDataOnRequestOnly(CapturedOutput output) {
        try (var database = TestDatabase.migrated()) {
            assertThat(run(database, "seed")).isZero();
            assertThat(output).contains("seeded       platforms", "Done.").doesNotContain("demo", "graceful shutdown");
            assertThat(run(database, "seed", "--demo")).isZero();
            var first = RowCounts.ofContexts(database.psql());
            assertThat(first.values().stream().filter(rows -> rows > 0)).hasSizeGreaterThan(10);
            assertThat(run(database, "seed", "--demo")).isZero();
            assertThat(RowCounts.ofContexts(database.psql())).isEqualTo(first);
            assertThat(output).contains("seeded       demo people").doesNotContain("Ashlar serves");
        }
    }

    @Test
    void reportsAnUnreachableDatabaseInOneSentence(CapturedOutput output) {
        assertThat(AshlarCommand.run("migrate", "--spring.datasource.url=jdbc:postgresql://localhost:1/none"))
                .isEqualTo(1);
        assertThat(output)
                .contains("Failed: The database at jdbc:postgresql://localhost:1/none refuses the connection")
                .doesNotContain("\tat ");
    }

    @Test
    void guardsMigrationsInProduction(CapturedOutput output) {
        assertThat(AshlarCommand.run("migrate", "--spring.profiles.active=prod"))
                .isEqualTo(1);
        assertThat(output)
                .contains("Profile prod refuses to start", "DATABASE_URL is not set")
                .doesNotContain("ASHLAR_JWT_SECRET", "\tat ");
    }

    @Test
    void refusesDemoDataInProduction(CapturedOutput output) {
        assertThat(AshlarCommand.run("seed", "--demo", "--spring.profiles.active=prod"))
                .isEqualTo(1);
        assertThat(output)
                .contains("Profile prod refuses to start", "Demo data is on")
                .doesNotContain("\tat ");
    }

    private static int run(TestDatabase database, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.add("--spring.datasource.url=" + database.url());
        all.add("--spring.datasource.username=" + database.owner().getUser());
        all.add("--spring.datasource.password=" + database.owner().getPassword());
        return AshlarCommand.run(all.toArray(String[]::new));
    }
}
