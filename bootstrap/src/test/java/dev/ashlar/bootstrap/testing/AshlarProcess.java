// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Ashlar as a separate process on an embedded database in the test's home, to be killed and started again. It
 * runs from the class path of the test without the test classes, unless they are asked for.
 */
public final class AshlarProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("Ashlar serves (http://\\S+)");
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final List<String> FOREIGN_SETTINGS =
            List.of("DATABASE_URL", "SPRING_", "ASHLAR_", "SERVER_", "PORT");

    private final Path home;
    private final Path outputFile;
    private final Process process;

    private AshlarProcess(Path home, Path outputFile, Process process) {
        this.home = home;
        this.outputFile = outputFile;
        this.process = process;
    }

    /** Starts Ashlar and waits until it is ready for requests. */
    public static AshlarProcess serve(Path home, String... settings) {
        return ready(start(home, settings));
    }

    /** The same, with options of the JVM, and with the test classes that this one is among. */
    public static AshlarProcess serve(List<String> jvmOptions, Class<?> test, Path home, String... settings) {
        var tests = test.getProtectionDomain().getCodeSource().getLocation().getPath();
        return ready(start(jvmOptions, classPathWithoutTests() + File.pathSeparator + tests, home, settings));
    }

    static AshlarProcess ready(AshlarProcess ashlar) {
        try {
            ashlar.waiting(START_PATIENCE).until(() -> ashlar.hasEnded() || ashlar.isReady());
            if (ashlar.hasEnded()) {
                throw new IllegalStateException(
                        "Ashlar did not start (exit code " + ashlar.awaitEnd() + "):\n" + ashlar.output());
            }
            return ashlar;
        } catch (RuntimeException failed) {
            ashlar.close();
            throw failed;
        }
    }

    /** Runs a command, which must succeed, and returns its output. */
    public static String run(Path home, String... arguments) {
        try (var ashlar = start(home, arguments)) {
            if (ashlar.awaitEnd() != 0) {
                throw new IllegalStateException("Ashlar failed:\n" + ashlar.output());
            }
            return ashlar.output();
        }
    }

    /** Starts Ashlar and waits for nothing. */
    public static AshlarProcess start(Path home, String... arguments) {
        var classPath = AotCache.classPath(classPathWithoutTests());
        var options = new ArrayList<>(SHORT_LIVED);
        options.addAll(AotCache.options(classPath, SHORT_LIVED));
        return start(options, classPath, home, arguments);
    }

    static AshlarProcess start(List<String> jvmOptions, String classPath, Path home, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-cp", classPath, "dev.ashlar.bootstrap.Ashlar", "--ashlar.home=" + home, "--server.port=0"));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(home.toAbsolutePath().getParent());
            var outputFile = Files.createTempFile(home.toAbsolutePath().getParent(), "ashlar", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(outputFile.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> FOREIGN_SETTINGS.stream().anyMatch(name::startsWith));
            return new AshlarProcess(home, outputFile, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Address, once the process has announced it. */
    public URI address() {
        return announcedAddress().orElseThrow(() -> new IllegalStateException("Not serving yet:\n" + output()));
    }

    private Optional<URI> announcedAddress() {
        var announced = ADDRESS.matcher(output());
        return announced.find() ? Optional.of(URI.create(announced.group(1))) : Optional.empty();
    }

    private boolean isReady() {
        return announcedAddress()
                .map(address -> status(address.resolve("/actuator/health/readiness")) == 200)
                .orElse(false);
    }

    /** Status of a GET. */
    public static int status(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All that it has written so far. */
    public String output() {
        try {
            return Files.readString(outputFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** PostgreSQL server that runs on its home. */
    public Optional<ProcessHandle> databaseServer() {
        var pidFile = home.resolve("postgres-18").resolve("postmaster.pid");
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Ends it as the kernel would: no hook runs, and its PostgreSQL lives on. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, as a deployment does, and waits for nothing. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end; returns the exit code. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Ashlar does not stop:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean hasEnded() {
        return !process.isAlive();
    }

    /** For conditions on this process. */
    public ConditionFactory waiting(Duration patience) {
        return Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(100));
    }

    /** Leaves nothing running on the home, whatever the test did. */
    @Override
    public void close() {
        terminate();
        awaitEnd();
        databaseServer().ifPresent(ProcessHandle::destroyForcibly);
    }
}
