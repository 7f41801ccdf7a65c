// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Ashlar on its embedded database comes back from every way to end, on the same home. */
@TestMethodOrder(OrderAnnotation.class)
class CrashRecoveryJourney {
    private static final String WITHOUT_SEEDS = "--ashlar.seed-at-startup=false";

    @TempDir
    private static Path temp;

    private final Path home = temp.resolve("home");

    /** One process shows both ways to end: it takes the place of a killed one, and then is asked to stop. */
    @Test
    @Order(1)
    @Tag("rule-graceful-shutdown")
    void comesBackAfterAKillAndAnswersTheRequestUnderWayWhenItIsStopped() throws IOException {
        try (var killed = AshlarProcess.serve(home, WITHOUT_SEEDS)) {
            var secret = Files.readString(home.resolve("jwt-secret"));
            killed.kill();
            var leftover = killed.databaseServer().orElseThrow();
            assertThat(leftover.isAlive())
                    .as("the leftover that the restart has to deal with")
                    .isTrue();

            try (var ashlar =
                    AshlarProcess.serve(home, WITHOUT_SEEDS, "--logging.level.org.springframework.boot=info")) {
                assertThat(ashlar.output())
                        .contains("Stopping the PostgreSQL of a killed Ashlar pid=" + leftover.pid());
                assertThat(ashlar.databaseServer()).isPresent().isNotEqualTo(Optional.of(leftover));
                assertThat(home.resolve("jwt-secret")).hasContent(secret);

                answersTheRequestUnderWayBeforeItsDatabaseStops(ashlar);
            }
        }
    }

    @Test
    @Order(2)
    @Tag("exhaustive")
    void comesBackAfterBothWereKilled() {
        try (var first = AshlarProcess.serve(home, WITHOUT_SEEDS)) {
            var server = first.databaseServer().orElseThrow();
            first.kill();
            server.destroyForcibly();
            try (var second = AshlarProcess.serve(home, WITHOUT_SEEDS)) {
                assertThat(second.databaseServer()).isPresent();
            }
        }
    }

    @Test
    @Order(3)
    @Tag("exhaustive")
    void aSecondOneOnTheSameHomeIsRefusedAndASignalEndsBothProcesses() {
        try (var first = AshlarProcess.serve(home, WITHOUT_SEEDS);
                var second = AshlarProcess.start(home, WITHOUT_SEEDS)) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output())
                    .contains("Another Ashlar (process " + first.pid() + ") is running on " + home)
                    .doesNotContain("\tat ");

            first.terminate();
            assertThat(first.awaitEnd()).as("128 + SIGTERM").isEqualTo(143);
            assertThat(first.output()).doesNotContain("ERROR");
            assertThat(home.resolve("postgres-18").resolve("postmaster.pid")).doesNotExist();
        }
    }

    private static void answersTheRequestUnderWayBeforeItsDatabaseStops(AshlarProcess ashlar) throws IOException {
        try (var socket = new Socket("localhost", ashlar.address().getPort())) {
            var body = "{\"email\":\"nobody@ashlar.example\",\"password\":\"not the password\"}";
            send(socket, """
                    POST /api/v1/auth/login HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Expect: 100-continue\r
                    Connection: close\r
                    \r
                    """.formatted(body.length()));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).as("the server is at it").isEqualTo("HTTP/1.1 100 ");

            ashlar.terminate();
            ashlar.waiting(Duration.ofSeconds(30))
                    .until(() -> ashlar.output().contains("Commencing graceful shutdown"));
            send(socket, body);
            assertThat(answer.lines().toList())
                    .as("answered from the database")
                    .anyMatch(line -> line.startsWith("HTTP/1.1 401"))
                    .anyMatch(line -> line.contains("identity.credentials-invalid"));
            assertThat(ashlar.awaitEnd()).isEqualTo(143);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
