// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL server of a test run: the server of {@code ASHLAR_TEST_DATABASE_URL} (JDBC form, a superuser), else a container if a
 * Docker engine answers, else the embedded binaries. It is stopped with the JVM, after all databases are closed: without its database,
 * an application context waits for a connection while it closes.
 *
 * @param url JDBC URL of the server's maintenance database
 * @param isMigrated true if it has Ashlar's template
 */
record PostgresServer(String url, String user, String password, boolean isMigrated) {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String DATA = "ashlar-postgres";
    private static final long ROOM_FOR_A_SERVER = 2L << 30;

    /** Starts the server, which has the role of the application. */
    static PostgresServer start() {
        var given = System.getenv("ASHLAR_TEST_DATABASE_URL");
        if (given == null && !dockerAnswers()) {
            return embedded();
        }
        var server = given == null ? container() : given(given);
        Template.createRole(server);
        return server;
    }

    private static PostgresServer given(String url) {
        return new PostgresServer(url, env("ASHLAR_TEST_DATABASE_USER"), env("ASHLAR_TEST_DATABASE_PASSWORD"), false);
    }

    private static String env(String name) {
        return System.getenv().getOrDefault(name, "postgres");
    }

    private static boolean dockerAnswers() {
        // Testcontainers searches an engine for seconds and logs a lot, and machines without one mostly lack a socket.
        boolean mayBeThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayBeThere && org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it afterwards
    private static PostgresServer container() {
        var container = new PostgreSQLContainer("postgres:18-alpine")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new PostgresServer(container.getJdbcUrl(), container.getUsername(), container.getPassword(), false);
    }

    private static PostgresServer embedded() {
        try {
            var data = dataDirectory();
            MigratedData.copyTo(data);
            var server = startOn(data);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            return of(server);
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Starts the embedded server on a directory that is empty or has its data. */
    static EmbeddedPostgres startOn(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Tests throw the data away, so nothing needs to reach the disk.
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("min_wal_size", "32MB") // which are copied with the data
                .setServerConfig("max_connections", "300")
                .setRegisterShutdownHook(false)
                .start();
    }

    /** Returns the address of an embedded server that has, or is about to get, the template. */
    static PostgresServer of(EmbeddedPostgres server) {
        // Without the user that the library appends: in a URL it would win over the role that a test connects as.
        var url = server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
        return new PostgresServer(url, "postgres", "postgres", true);
    }

    /** New directory, in memory if there is enough of it: each test class gets a database of a thousand files. */
    private static Path dataDirectory() throws IOException {
        boolean isRoomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_FOR_A_SERVER;
        return isRoomy ? Files.createTempDirectory(MEMORY, DATA) : Files.createTempDirectory(DATA);
    }

    private static void stop(EmbeddedPostgres server, Path data) {
        TestDatabase.awaitAllClosed();
        try {
            server.close();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a statement on the maintenance database. */
    void run(String sql) {
        run(url, sql);
    }

    /** Runs a statement on another database. */
    void runOn(String database, String sql) {
        run(urlOf(database), sql);
    }

    private void run(String address, String sql) {
        try (var connection = DriverManager.getConnection(address, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(urlOf(database), user, password);
    }

    /** Returns the JDBC URL of another database on this server. */
    String urlOf(String database) {
        return url.replaceFirst("(//[^/]+/)[^?]+", "$1" + database);
    }
}
