// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this module's tests, found as CONTRIBUTING says: {@code ASHLAR_TEST_DATABASE_URL}, else a container where
 * an engine answers, else the embedded binaries. Each fixture gets a separate database.
 */
public final class TestServer {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_FOR_FIXTURES = 6L << 30;
    private static final TestServer INSTANCE = start();

    private final String url;
    private final String user;
    private final String password;

    private TestServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A new, empty database. */
    public static DataSource emptyDatabase() {
        var name = "rules_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        INSTANCE.run("CREATE DATABASE " + name + " STRATEGY file_copy"); // the quicker way for an empty one
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(INSTANCE.url.replaceFirst("(//[^/]+/)[^?]+", "$1" + name));
        dataSource.setUser(INSTANCE.user);
        dataSource.setPassword(INSTANCE.password);
        return dataSource;
    }

    /** Runs a script on a database. */
    public static void run(DataSource database, String script) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException failed) {
            throw new IllegalStateException(script, failed);
        }
    }

    private void run(String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static TestServer start() {
        var given = System.getenv("ASHLAR_TEST_DATABASE_URL");
        if (given != null) {
            return new TestServer(given, env("ASHLAR_TEST_DATABASE_USER"), env("ASHLAR_TEST_DATABASE_PASSWORD"));
        }
        boolean mayBeThere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayBeThere && DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static String env(String name) {
        return System.getenv().getOrDefault(name, "postgres");
    }

    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it afterwards
    private static TestServer container() {
        var container = new PostgreSQLContainer("postgres:18-alpine").withCommand("postgres", "-c", "fsync=off");
        container.start();
        return new TestServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    /** Directory in memory, if there is enough of it: each fixture gets a database of some hundred files, which stays. */
    private static Optional<Path> inMemory() throws IOException {
        boolean isRoomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_FOR_FIXTURES;
        return isRoomy ? Optional.of(Files.createTempDirectory(MEMORY, "ashlar-postgres")) : Optional.empty();
    }

    private static TestServer embedded() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    // Of hundreds of databases it would visit several each second.
                    .setServerConfig("autovacuum", "off");
            inMemory().ifPresent(directory -> builder.setDataDirectory(directory));
            var server = builder.start();
            var url = server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
            return new TestServer(url, "postgres", "postgres");
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }
}
