// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.home.AshlarHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private static Path temp;

    private final AshlarHome home = new AshlarHome(temp.resolve("home of tests"));
    private final Path pidFile = home.resolve("postgres-18").resolve("postmaster.pid");

    @Test
    void keepsWhatWasCommittedAndLetsOnlyTheOwnerCreate() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.start(home);
                var owner = connect(database, EmbeddedDatabase.OWNER)) {
            owner.createStatement().execute("CREATE TABLE IF NOT EXISTS public.kept AS SELECT 1 AS one");
            owner.createStatement().execute("GRANT SELECT ON public.kept TO ashlar_app");
            assertThat(setting(owner, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(owner, "fsync")).isEqualTo("on");
            assertThat(setting(owner, "listen_addresses")).isEqualTo("localhost");
            assertThat(setting(owner, "is_superuser")).isEqualTo("off");
        }
        assertThat(pidFile).doesNotExist();
        try (var database = EmbeddedDatabase.start(home);
                var application = connect(database, EmbeddedDatabase.APPLICATION)) {
            try (var rows = application.createStatement().executeQuery("SELECT one FROM public.kept")) {
                assertThat(rows.next()).isTrue();
            }
            assertThatThrownBy(() -> application.createStatement().execute("CREATE TABLE public.mine ()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void trustsNobodyWithoutAPassword() throws IOException {
        try (var database = EmbeddedDatabase.start(home)) {
            for (var role : new String[] {"postgres", "ashlar", "ashlar_app"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void refusesAHomeThatIsInUse() throws IOException {
        try (var _ = EmbeddedDatabase.start(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(
                            "Another Ashlar (process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void startsWithAPidFileFromBeforeAReboot() throws IOException {
        EmbeddedDatabase.start(home).close();
        // The number now belongs to another process: this test.
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n");
        EmbeddedDatabase.start(home).close();
        Files.writeString(pidFile, "999999999\n" + pidFile.getParent() + "\n");
        EmbeddedDatabase.start(home).close();
    }

    @Test
    @Tag("exhaustive")
    void beginsAgainAfterAFirstStartThatWasCutShort() throws IOException {
        var fresh = new AshlarHome(temp.resolve("cut short"));
        Files.createDirectories(fresh.resolve("postgres-18"));
        Files.writeString(fresh.resolve("postgres-18").resolve("postgresql.conf"), "half of initdb\n");
        EmbeddedDatabase.start(fresh).close();
    }

    private static Connection connect(EmbeddedDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, database.password(role));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + name)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
