// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Server of the PostgreSQL that is installed, whose {@code pg_dump} fits it, which that of the embedded one does not have. Tests are
 * skipped where none is installed with its server.
 */
public final class InstalledPostgres implements AutoCloseable {
    /** Debian has a directory for each version, and none of them in the path. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;

    private InstalledPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts one whose data are in a directory that does not exist. */
    public static InstalledPostgres start(Path data) throws IOException {
        var programs = found();
        assumeTrue(programs.isPresent(), "Skipped: no PostgreSQL server is installed with pg_dump and psql");
        var server = new InstalledPostgres(programs.get(), data, freePort());
        server.run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale");
        server.run(
                "pg_ctl",
                "--wait",
                "--log=" + data.resolve("log"),
                "--options=-p " + server.port + " -c unix_socket_directories='' -c fsync=off",
                "start");
        return server;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Path> found() throws IOException {
        var path = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(path, versions().map(version -> version.resolve("bin")))
                .filter(directory -> Stream.of("initdb", "pg_ctl", "pg_dump", "postgres", "psql")
                        .allMatch(program -> Files.isExecutable(directory.resolve(program))))
                .findFirst();
    }

    private static Stream<Path> versions() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Stream.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.sorted(Comparator.reverseOrder()).toList().stream();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var command = Stream.of(
                        withoutRoot(),
                        Stream.of(programs.resolve(program).toString(), "--pgdata=" + data),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        var output = Files.createTempFile(data.getParent(), program, ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(output));
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static Stream<String> withoutRoot() {
        return "root".equals(System.getProperty("user.name")) ? Stream.of("unshare", "--user") : Stream.empty();
    }

    /** Directory of {@code pg_dump} and {@code psql}. */
    public Path programs() {
        return programs;
    }

    public void create(String database, String owner) {
        psql("postgres").sql("CREATE DATABASE " + database + " OWNER " + owner).update();
    }

    /** Address of a database for a login whose password is its name. */
    public String url(String database, String login) {
        return "postgres://" + login + ":" + login + "@localhost:" + port + "/" + database;
    }

    /** Arguments of a command of Ashlar on a database, for a login whose password is its name. */
    public String[] arguments(String command, String database, String login, String... more) {
        var settings = Stream.of(
                command,
                "--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/" + database,
                "--spring.datasource.username=" + login,
                "--spring.datasource.password=" + login,
                "--spring.liquibase.enabled=false");
        return Stream.concat(settings, Stream.of(more)).toArray(String[]::new);
    }

    /** A database as a superuser sees it. */
    public JdbcClient psql(String database) {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "postgres"));
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "--wait", "--mode=fast", "stop");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
