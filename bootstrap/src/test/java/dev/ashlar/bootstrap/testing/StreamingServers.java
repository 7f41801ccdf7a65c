// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Primary PostgreSQL and a standby that follows it. The primary answers a commit when the standby shows it, so that promoting loses
 * nothing.
 */
public final class StreamingServers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres primary;
    private final Path standbyData;

    private EmbeddedPostgres standby;

    private StreamingServers(EmbeddedPostgres primary, EmbeddedPostgres standby, Path standbyData) {
        this.primary = primary;
        this.standby = standby;
        this.standbyData = standbyData;
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
            follow(second, port);
            var servers = new StreamingServers(serve(first, port), serve(second, 0), second);
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

    private static void follow(Path standby, int port) throws IOException {
        Files.writeString(
                standby.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + port + " user=postgres password=postgres'\n",
                StandardOpenOption.APPEND);
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

    /** The standby. */
    public JdbcClient standbyPsql() {
        return JdbcClient.create(standby.getPostgresDatabase());
    }

    /** Lets the primary answer commits without the standby, which may then fall behind. */
    public void stopWaitingForStandby() {
        psql().sql("ALTER SYSTEM RESET synchronous_standby_names").update();
        psql().sql("SELECT pg_reload_conf()").query().singleValue();
    }

    /** Number of connections of an application to the standby. */
    public int connectionsToStandby(String application) {
        return standbyPsql()
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

    /** Stops the standby, and ends its connections. */
    public void stopStandby() throws IOException {
        standby.close();
    }

    /** Starts the standby again on its port. */
    public void restartStandby() throws IOException {
        standby = serve(standbyData, standby.getPort());
    }

    /** Copies the data of the standby, which stops meanwhile. */
    public void copyStandby(Path copy) throws IOException {
        standby.close();
        copy(standbyData, copy);
        restartStandby();
    }

    /** Starts a copy of the standby, which follows the server on a port. The caller closes it. */
    public static EmbeddedPostgres serveCopy(Path copy, int followed) throws IOException {
        follow(copy, followed);
        return serve(copy, 0);
    }

    /** Halts all processes of the standby: connections stay open, and nothing answers. */
    public void freezeStandby() throws IOException {
        signalStandby("-STOP");
    }

    public void thawStandby() throws IOException {
        signalStandby("-CONT");
    }

    private void signalStandby(String signal) throws IOException {
        long server;
        try (var lines = Files.lines(standbyData.resolve("postmaster.pid"))) {
            server = Long.parseLong(lines.findFirst().orElseThrow());
        }
        var processes = Stream.concat(
                        Stream.of(server),
                        ProcessHandle.of(server).orElseThrow().children().map(ProcessHandle::pid))
                .map(String::valueOf);
        var command = Stream.concat(Stream.of("kill", signal), processes).toList();
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Stops the primary and makes the standby the primary. */
    public void failOver() throws IOException {
        primary.close();
        promoteStandby();
    }

    /** Makes the standby a second primary, apart from the first one. */
    public void promoteStandby() {
        standbyPsql().sql("SELECT pg_promote(true)").query().singleValue();
    }

    @Override
    public void close() {
        try (var _ = standby) {
            primary.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
