// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarting on a directory that a killed process left behind is the crash journey's; here is only the stopping. */
class LeftoverServerTest {
    @TempDir
    private static Path data; // initialized once

    private Path pidFile;
    private EmbeddedPostgres server;
    private ProcessHandle process;

    @BeforeEach
    void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        pidFile = data.resolve("postmaster.pid");
        process = ProcessHandle.of(pid()).orElseThrow();
    }

    private long pid() throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        }
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    @Tag("exhaustive")
    void endsItWithOpenConnections() throws IOException, SQLException {
        try (var guest = server.getPostgresDatabase().getConnection()) {
            assertThat(guest.isValid(1)).isTrue();
            LeftoverServer.stop(data);
            assertThat(isRunning()).isFalse();
            assertThat(guest.isValid(1)).isFalse();
        }
    }

    @Test
    void endsTheServerOfTheDirectoryOnly(@TempDir Path other) throws IOException {
        var copied = other.resolve("postmaster.pid");
        Files.copy(pidFile, copied);
        LeftoverServer.stop(other);
        assertThat(isRunning()).isTrue();
        assertThat(copied).as("the number of another process").doesNotExist();

        LeftoverServer.stop(data);
        assertThat(isRunning()).isFalse();
        assertThat(pidFile).doesNotExist();
        LeftoverServer.stop(data); // and there is nothing left to stop
    }

    @Test
    @Tag("exhaustive")
    void leavesTheNumberOfADeadServerToPostgres(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("postmaster.pid"), "999999999\n");
        LeftoverServer.stop(other);
        assertThat(other.resolve("postmaster.pid")).exists();
    }

    private boolean isRunning() {
        return process.isAlive() && process.info().command().isPresent();
    }
}
