// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL server of a test run: the server of {@code ASHLAR_TEST_DATABASE_URL} (JDBC form, a superuser), else a container if a
 * Docker engine answers, else the embedded binaries. It is stopped with the JVM, after all databases are closed: without its database,
 * an application context waits for a connection while it closes.
 *
 * @param url JDBC URL of the server's maintenance database
 */
record PostgresServer(String url, String user, String password) {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_FOR_A_SERVER = 2L << 30;

    static PostgresServer start() {
        var given = System.getenv("ASHLAR_TEST_DATABASE_URL");
        if (given != null) {
            return new PostgresServer(given, env("ASHLAR_TEST_DATABASE_USER"), env("ASHLAR_TEST_DATABASE_PASSWORD"));
        }
        return dockerAnswers() ? container() : embedded();
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
        return new PostgresServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static PostgresServer embedded() {
        try {
            var builder = EmbeddedPostgres.builder()
                    // Tests throw the data away, so nothing needs to reach the disk.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .setRegisterShutdownHook(false);
            inMemory().ifPresent(directory -> builder.setDataDirectory(directory));
            var server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            // Without the user that the library appends: in a URL it would win over the role that a test connects as.
            var url = server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
            return new PostgresServer(url, "postgres", "postgres");
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Directory in memory, if there is enough of it: each test class gets a database of a thousand files. */
    private static Optional<Path> inMemory() throws IOException {
        boolean isRoomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_FOR_A_SERVER;
        return isRoomy ? Optional.of(Files.createTempDirectory(MEMORY, "ashlar-postgres")) : Optional.empty();
    }

    private static void stop(EmbeddedPostgres server) {
        TestDatabase.awaitAllClosed();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the JDBC URL of another database on this server. */
    String urlOf(String database) {
        return url.replaceFirst("(//[^/]+/)[^?]+", "$1" + database);
    }
}
