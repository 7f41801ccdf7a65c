// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.Relay;
import dev.ashlar.bootstrap.testing.StreamingServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database moves to another server while Ashlar runs. */
@Tag("exhaustive")
class FailoverJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 8;
    private static final int ENTRIES_ON_EACH_SERVER = 200;

    @TempDir
    private Path temp;

    @Test
    void losesNoAnsweredEntryWhenTheStandbyTakesOver() throws IOException {
        try (var servers = StreamingServers.start(temp);
                var ashlar = serve(servers.url())) {
            var api = Api.at(ashlar.address().getPort());
            var owner = api.newcomer();
            var id = owner.myId();
            var admin = admin(api, servers);
            Set<String> posted = ConcurrentHashMap.newKeySet();
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            var isOver = new AtomicBoolean();
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int client = 0; client < CLIENTS; client++) {
                    var prefix = client + "-";
                    clients.execute(() -> {
                        for (int entry = 0; !isOver.get(); entry++) {
                            postUntilAnswered(admin, id, prefix + entry, failures);
                            posted.add(prefix + entry);
                        }
                    });
                }
                try {
                    ashlar.waiting(PATIENCE).until(() -> posted.size() > ENTRIES_ON_EACH_SERVER);
                    servers.failOver();
                    int before = posted.size();
                    ashlar.waiting(PATIENCE).until(() -> posted.size() > before + ENTRIES_ON_EACH_SERVER);
                } finally {
                    isOver.set(true);
                }
            }

            assertThat(owner.get("/api/v1/wallet").is(200).json().at("/balance").asInt())
                    .isEqualTo(posted.size());
            assertThat(failures).allMatch(status -> status.equals("503 with Retry-After"));
        }
    }

    /** A name that leads to a standby for a while: the pools keep no connection to it, or reads would be behind the writes before them. */
    @Test
    void readsGoOnAndWritesComeBackWhenTheServerIsReadOnlyForAWhile() {
        try (var servers = StreamingServers.start(temp);
                var name = new Relay(servers.primaryPort());
                var ashlar = serve("jdbc:postgresql://localhost:" + name.port() + "/postgres")) {
            var api = Api.at(ashlar.address().getPort());
            var owner = api.newcomer();
            var id = owner.myId();
            var admin = admin(api, servers);

            name.leadTo(servers.standbyPort());
            name.cut();
            ashlar.waiting(PATIENCE).until(() -> owner.get("/api/v1/wallet").status() == 200);
            assertThat(post(admin, id, "refused")
                            .isProblem(503, "request.unavailable")
                            .header("Retry-After"))
                    .isNotEmpty();
            ashlar.waiting(PATIENCE).until(() -> readiness(api).equals("READ_ONLY"));

            name.leadTo(servers.primaryPort());
            ashlar.waiting(PATIENCE).until(() -> post(admin, id, "again").status() == 201);
            ashlar.waiting(PATIENCE).until(() -> readiness(api).equals("UP"));
            ashlar.waiting(PATIENCE).until(() -> servers.connectionsToStandby("ashlar") == 0);
            assertThat(owner.get("/api/v1/wallet").is(200).json().at("/balance").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesToStartOnAStandbyInOneSentence() {
        try (var servers = StreamingServers.start(temp);
                var ashlar = AshlarProcess.start(
                        temp.resolve("home"),
                        settings("jdbc:postgresql://localhost:" + servers.standbyPort() + "/postgres"))) {
            assertThat(ashlar.awaitEnd()).isEqualTo(1);
            assertThat(ashlar.output())
                    .contains("The database is read-only: its server is a standby")
                    .doesNotContain("\tat ");
        }
    }

    private static String readiness(Api api) {
        return api.get("/actuator/health/readiness").json().at("/status").asString();
    }

    private static Api admin(Api api, StreamingServers servers) {
        var email = "admin@failover.example";
        api.post(
                        "/api/v1/auth/register",
                        Map.of(
                                "email", email,
                                "username", "failover",
                                "password", Api.NEWCOMERS_PASSWORD,
                                "firstName", "Ada",
                                "lastName", "Min"))
                .is(202);
        servers.psql()
                .sql("UPDATE identity.users SET role = 'admin' WHERE email = ?")
                .param(email)
                .update();
        return api.login(email, Api.NEWCOMERS_PASSWORD);
    }

    private AshlarProcess serve(String url) {
        return AshlarProcess.serve(temp.resolve("home"), settings(url));
    }

    private static String[] settings(String url) {
        return new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    private static void postUntilAnswered(Api admin, String owner, String key, Queue<String> failures) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var answer = post(admin, owner, key);
        while (answer.status() != 201) {
            assertThat(System.nanoTime()).as("patience with %s", key).isLessThan(end);
            failures.add(answer.status() + (answer.header("Retry-After").isEmpty() ? "" : " with Retry-After"));
            answer = post(admin, owner, key);
        }
    }

    private static Api.Answer post(Api admin, String owner, String key) {
        return admin.post(
                "/api/v1/wallets/" + owner + "/adjustments",
                Map.of("tokens", 1, "reason", "failover"),
                "Idempotency-Key",
                key);
    }
}
