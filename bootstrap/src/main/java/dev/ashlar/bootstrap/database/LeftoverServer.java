// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL server that outlived a killed Ashlar. It holds the data directory, so it must end before another server starts
 * there.
 */
final class LeftoverServer {
    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final ProcessHandle process;
    private final Path dataDirectory;

    private LeftoverServer(ProcessHandle process, Path dataDirectory) {
        this.process = process;
        this.dataDirectory = dataDirectory;
    }

    /** Stops the server that runs on this directory, if there is one. The caller holds the lock of the home. */
    static void stop(Path dataDirectory) throws IOException {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var named = processIn(pidFile);
        var running =
                named.map(process -> new LeftoverServer(process, dataDirectory)).filter(LeftoverServer::serves);
        if (running.isPresent()) {
            running.get().end();
        } else if (named.isPresent()) {
            // After a reboot the number belongs to another process, which PostgreSQL would take for a server.
            Files.delete(pidFile);
        }
        // A number without a process is left to PostgreSQL, which also checks that no child of a dead server is alive.
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        }
    }

    /** True if the process is a PostgreSQL on our directory, and not one that has ended and waits to be reaped. */
    private boolean serves() {
        var arguments = process.info().arguments(); // not known on Windows; the command must do there
        return isPostgres(process)
                && (arguments.isEmpty() || List.of(arguments.get()).contains(dataDirectory.toString()));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command ->
                                String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                        .orElse(false);
    }

    private void end() {
        log.info("Stopping the PostgreSQL of a killed Ashlar pid={}", process.pid());
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        if (await(none(family))) {
            return;
        }
        // A client is still connected. Killing loses nothing that was committed: the next start replays the log.
        family.forEach(ProcessHandle::destroyForcibly);
        if (!await(none(family))) {
            throw new StartRefused("The PostgreSQL (process " + process.pid() + ") that a killed Ashlar left behind on "
                    + dataDirectory + " does not stop; stop it by hand.");
        }
    }

    private static BooleanSupplier none(List<ProcessHandle> family) {
        return () -> family.stream().noneMatch(LeftoverServer::isPostgres);
    }

    private static boolean await(BooleanSupplier condition) {
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(POLL)) {
            if (condition.getAsBoolean()) {
                return true;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
