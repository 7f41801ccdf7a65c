package dev.ashlar.bootstrap.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Primary PostgreSQL and a standby that follows it. The primary answers a commit when the standby shows it, so that promoting loses
 * nothing.
 */
public final class StreamingServers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private StreamingServers(EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** Starts both in a directory that is theirs alone. */
    public static StreamingServers start(Path directory) {
        try {
            var first = directory.resolve("first");
            var second = directory.resolve("second");
            int port;
            try (var empty = serve(first, 0)) {
                port = empty.getPort();
            }
            copy(first, second);
            Files.createFile(second.resolve("standby.signal"));
            Files.writeString(
                    second.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=postgres password=postgres'\n",
                    StandardOpenOption.APPEND);
            var servers = new StreamingServers(serve(first, port), serve(second, 0));
            servers.awaitStream();
            return servers;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres serve(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("synchronous_commit", "remote_apply") // in place of the library's off
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The primary. */
    public JdbcClient psql() {
        return JdbcClient.create(primary.getPostgresDatabase());
    }

    /** Number of connections of an application to the standby. */
    public int connectionsToStandby(String application) {
        return JdbcClient.create(standby.getPostgresDatabase())
                .sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    private void awaitStream() {
        var psql = psql();
        psql.sql("ALTER SYSTEM SET synchronous_standby_names = '*'").update();
        psql.sql("SELECT pg_reload_conf()").query().singleValue();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> psql.sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /** URL of both; the driver connects to that which takes writes. */
    public String url() {
        return "jdbc:postgresql://localhost:" + primaryPort() + ",localhost:" + standbyPort()
                + "/postgres?targetServerType=primary&hostRecheckSeconds=1";
    }

    public int primaryPort() {
        return primary.getPort();
    }

    public int standbyPort() {
        return standby.getPort();
    }

    /** Stops the primary and makes the standby the primary. */
    public void failOver() throws IOException {
        primary.close();
        var psql = JdbcClient.create(standby.getPostgresDatabase());
        psql.sql("SELECT pg_promote(true)").query().singleValue();
    }

    @Override
    public void close() {
        try (standby) {
            primary.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
