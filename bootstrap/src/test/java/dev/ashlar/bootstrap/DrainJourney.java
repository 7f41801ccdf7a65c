// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ashlar stops while clients hold connections open. */
class DrainJourney {
    private static final int CLIENTS = 48;

    @TempDir
    private Path temp;

    @Test
    @Tag("exhaustive")
    void answersEachClientOnceMoreAndClosesItsConnection() throws IOException {
        var clients = new ArrayList<Client>();
        try (var database = TestDatabase.migrated();
                var ashlar = AshlarProcess.serve(
                        temp.resolve("home"),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=ashlar_app",
                        "--spring.datasource.password=ashlar_app",
                        "--spring.liquibase.enabled=false",
                        "--ashlar.seed-at-startup=false",
                        "--ashlar.drain-time=1m")) {
            var readiness = ashlar.address().resolve("/actuator/health/readiness");
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Client(ashlar.address()));
            }
            assertThat(clients)
                    .allSatisfy(client -> assertThat(client.head("/problems"))
                            .contains("HTTP/1.1 200 ")
                            .doesNotContain("Connection: close"));

            ashlar.terminate();
            ashlar.waiting(Duration.ofSeconds(20)).until(() -> AshlarProcess.status(readiness) == 503);

            assertThat(clients)
                    .allSatisfy(client ->
                            assertThat(client.head("/problems")).contains("HTTP/1.1 200 ", "Connection: close"));
            assertThat(clients)
                    .allSatisfy(client -> assertThat(client.isClosed()).isTrue());
            assertThat(AshlarProcess.status(ashlar.address().resolve("/problems")))
                    .as("a client that connects anew")
                    .isEqualTo(200);
            ashlar.kill(); // instead of the rest of the minute
        } finally {
            for (var client : clients) {
                client.socket.close();
            }
        }
    }

    /** A client that keeps its connection. */
    private static final class Client {
        private final Socket socket;
        private final BufferedReader answers;

        Client(URI address) throws IOException {
            socket = new Socket("localhost", address.getPort());
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Returns the status line and the headers of the answer, which has no body. */
        String head(String path) throws IOException {
            socket.getOutputStream()
                    .write(("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var head = new ArrayList<String>();
            for (var line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
                head.add(line);
            }
            return String.join("\n", head);
        }

        boolean isClosed() throws IOException {
            return answers.read() < 0;
        }
    }
}
