// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.OpenSession;
import dev.ashlar.kernel.persistence.testing.Template;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Ashlar to be measured: a separate process with the settings that it is shipped with and half a gigabyte of heap, on an
 * embedded PostgreSQL that flushes its commits to the disk as in production. No jobs run, and there are no people in it; {@link
 * BareHandler} is.
 */
final class ServedAshlar implements AutoCloseable {
    static final String SECRET = "only-for-the-benchmarks-of-this-build-0123456789";
    private static final int POOL_SIZE = 20; // as in application.yaml
    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m");

    private final EmbeddedPostgres server;
    private final HikariDataSource connections;
    private final AshlarProcess process;

    private ServedAshlar(EmbeddedPostgres server, HikariDataSource connections, AshlarProcess process) {
        this.server = server;
        this.connections = connections;
        this.process = process;
    }

    /**
     * Starts both.
     *
     * @param home a directory that is the benchmark's alone
     * @param settings of Ashlar, as in {@code --ashlar.request-log.enabled=false}
     */
    static ServedAshlar start(Path home, String... settings) {
        try {
            var server = EmbeddedPostgres.builder()
                    // The library means throw-away data; these are PostgreSQL's own defaults.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
            try (var owner = server.getPostgresDatabase().getConnection()) {
                prepare(owner);
            }
            var url = server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
            var process = AshlarProcess.serve(
                    JVM,
                    BareHandler.class,
                    home.resolve("home"),
                    Stream.concat(settingsFor(url).filter(usual -> !isReplaced(usual, settings)), Stream.of(settings))
                            .toArray(String[]::new));
            return new ServedAshlar(server, pool(url), process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException | LiquibaseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isReplaced(String usual, String... settings) {
        var name = usual.substring(0, usual.indexOf('=') + 1);
        return Stream.of(settings).anyMatch(setting -> setting.startsWith(name));
    }

    private static Stream<String> settingsFor(String url) {
        return Stream.of(
                "--spring.profiles.active=" + BareHandler.PROFILE,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=ashlar_app",
                "--spring.datasource.password=ashlar_app",
                "--spring.datasource.hikari.maximum-pool-size=" + POOL_SIZE,
                "--spring.liquibase.enabled=false",
                "--db-scheduler.enabled=false",
                "--ashlar.security.jwt-secret=" + SECRET);
    }

    private static void prepare(Connection owner) throws SQLException, LiquibaseException {
        try (var statement = owner.createStatement()) {
            statement.execute("CREATE EXTENSION pg_stat_statements");
            statement.execute("CREATE ROLE ashlar_app LOGIN PASSWORD 'ashlar_app'");
        }
        Template.liquibase(owner).update();
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("ashlar_app");
        config.setPassword("ashlar_app");
        config.setMaximumPoolSize(POOL_SIZE);
        config.addDataSourceProperty("options", "-c random_page_cost=1.1"); // as in application.yaml
        return new HikariDataSource(config);
    }

    /** Address, such as {@code http://localhost:49152}. */
    URI address() {
        return process.address();
    }

    /** A connection for one client. */
    HttpConnection connect() {
        return new HttpConnection(address());
    }

    /**
     * An access token that is good for two hours, as if that person had logged in.
     *
     * @param role in lower case, as in {@code student}
     */
    String token(UUID person, String role) {
        var key = new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return OpenSession.of(person, role, psql()).token(new NimbusJwtEncoder(new ImmutableSecret<>(key)));
    }

    /** The database for drivers; the role of the application is ashlar_app, and so is its password. */
    String url() {
        return connections.getJdbcUrl();
    }

    /** The database as its owner sees it. */
    JdbcClient psql() {
        return JdbcClient.create(server.getPostgresDatabase());
    }

    /** A pool as the application has one, with its role and its size, for what it is compared with. */
    DataSource connections() {
        return connections;
    }

    /** Statements sent to the database. */
    Statements statements() {
        return new Statements(psql());
    }

    /** Memory that the server process uses now. */
    Memory memory() {
        return Memory.of(process.pid());
    }

    @Override
    public void close() {
        process.close();
        connections.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
