// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * PgBouncer in front of a test's database, with the settings of {@code deploy/pgbouncer} but for addresses, TLS and passwords. Tests are
 * skipped where no PgBouncer of a sufficient version is installed.
 */
public final class PgBouncer implements AutoCloseable {
    private static final Path SETTINGS = Path.of("..", "deploy", "pgbouncer", "pgbouncer.ini");
    private static final List<String> OF_THE_MACHINE =
            List.of("auth_", "client_tls", "server_tls", "listen_", "ashlar =");
    private static final int LEAST = 21;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param login role with the password of its name, as which it connects for each client
     * @param changes settings in place of those that are shipped
     */
    public static PgBouncer start(Path directory, TestDatabase database, String login, String... changes) {
        var program = program();
        try {
            int port = freePort();
            var server = URI.create(database.url().substring("jdbc:".length()));
            var lines = new java.util.ArrayList<String>();
            for (var line : Files.readAllLines(SETTINGS)) {
                if (OF_THE_MACHINE.stream().noneMatch(line::startsWith)
                        && Stream.of(changes).noneMatch(change -> name(change).equals(name(line)))) {
                    lines.add(line);
                }
                if (line.equals("[databases]")) {
                    lines.add("ashlar = host=127.0.0.1 port=%d dbname=%s user=%s password=%s"
                            .formatted(server.getPort(), server.getPath().substring(1), login, login));
                }
            }
            lines.addAll(List.of("listen_addr = 127.0.0.1", "listen_port = " + port, "auth_type = any"));
            lines.addAll(List.of("unix_socket_dir =", "stats_users = stats"));
            lines.addAll(List.of(changes));
            var file = Files.write(directory.resolve("pgbouncer-" + port + ".ini"), lines);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            var command = Stream.concat(Stream.of(program.toString()), asNobodyIfRoot());
            var log = directory.resolve("pgbouncer-" + port + ".log").toFile();
            var process = new ProcessBuilder(
                            Stream.concat(command, Stream.of(file.toString())).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answers(port) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log.toPath()));
            }
            return new PgBouncer(process, port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String name(String line) {
        return line.split("=", 2)[0].strip();
    }

    private static Path program() {
        var found = Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":"))
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                found.flatMap(PgBouncer::minorVersion).orElse(0) >= LEAST,
                "Skipped: PgBouncer 1." + LEAST + " or later is not installed");
        return found.orElseThrow();
    }

    private static Optional<Integer> minorVersion(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version").start();
            var words = new String(process.getInputStream().readAllBytes()).split("[ .\n]");
            return Optional.of(Integer.parseInt(words[2]));
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    /** It refuses to run as root. */
    private static Stream<String> asNobodyIfRoot() {
        return "root".equals(System.getProperty("user.name")) ? Stream.of("-u", "nobody") : Stream.empty();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var _ = new java.net.Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** JDBC URL of the database behind it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/ashlar";
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
