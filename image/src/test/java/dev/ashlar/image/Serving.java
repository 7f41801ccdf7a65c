// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Ashlar as a process that serves. */
final class Serving implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final HttpClient client = HttpClient.newHttpClient();
    private Duration startTime = Duration.ZERO;

    private Serving(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts the command and waits until it is ready for requests. */
    static Serving start(List<String> command, Map<String, String> variables, Database database, Path log)
            throws IOException {
        int port = freePort();
        int managementPort = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.clear();
        environment.putAll(database.variables());
        environment.put("PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.putAll(variables);
        var started = System.nanoTime();
        var serving = new Serving(builder.start(), log, port, managementPort);
        try {
            serving.awaitReadiness();
            serving.startTime = Duration.ofNanos(System.nanoTime() - started);
            return serving;
        } catch (RuntimeException failed) {
            serving.close();
            throw failed;
        }
    }

    private void awaitReadiness() throws IOException {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || status("/actuator/health/readiness", managementPort) == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException("Ashlar did not start:\n" + Files.readString(log));
        }
    }

    private int status(String path, int port) {
        try {
            return client.send(request(path, port).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        } catch (InterruptedException stopped) {
            throw stoppedBy(stopped);
        }
    }

    /** Returns the time from the start of the process to its first answer. */
    Duration startTime() {
        return startTime;
    }

    Memory memory() throws IOException {
        return Memory.of(process.pid());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException {
        return send(
                headers.length == 0 ? request(path, port) : request(path, port).headers(headers));
    }

    HttpResponse<String> metrics() throws IOException {
        return send(request("/actuator/prometheus", managementPort));
    }

    HttpResponse<String> post(String path, String json) throws IOException {
        return send(
                request(path, port).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw stoppedBy(stopped);
        }
    }

    private static HttpRequest.Builder request(String path, int port) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static IllegalStateException stoppedBy(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(stopped);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it as a deployment does, and waits until it has written what it writes at its end. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Ashlar does not stop:\n" + Files.readString(log));
            }
        } catch (InterruptedException stopped) {
            throw stoppedBy(stopped);
        } finally {
            client.close();
        }
    }
}
