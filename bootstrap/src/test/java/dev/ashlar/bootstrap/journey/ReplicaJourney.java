// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.bootstrap.testing.StreamingServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads are answered by a replica that streams, and by the primary when it is behind, stopped, frozen or promoted. */
@Tag("exhaustive")
class ReplicaJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TODOS = "/api/v1/todos";
    private static final String READ_AFTER = "Read-After";
    private static final String ANY_REPLICA = "0000000000000000";
    private static final int CLIENTS = 8;
    private static final int READS = 200;

    @TempDir
    private Path temp;

    private StreamingServers servers;
    private AshlarProcess ashlar;
    private Api api;
    private Api owner;
    private Api admin;

    @BeforeEach
    void start() {
        servers = StreamingServers.start(temp);
        ashlar = AshlarProcess.serve(
                temp.resolve("home"),
                "--spring.datasource.url=jdbc:postgresql://localhost:" + servers.primaryPort() + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--ashlar.replica.url=jdbc:postgresql://localhost:" + servers.standbyPort() + "/postgres");
        servers.stopWaitingForStandby();
        api = Api.at(ashlar.address().getPort());
        owner = api.newcomer();
        admin = admin();
        awaitUseOfReplica();
    }

    @AfterEach
    void stop() {
        try (var _ = servers;
                var _ = ashlar) {
            // closed in this order: Ashlar, servers
        }
    }

    @Test
    void callersFindTheirChangesWhileTheReplicaIsBehind() {
        var replica = servers.standbyPsql();
        // A round is repeated if the replica was too old before its reads, on a slow machine.
        ashlar.waiting(PATIENCE).until(() -> {
            replica.sql("SELECT pg_wal_replay_resume()").query().singleValue();
            awaitUseOfReplica();
            replica.sql("SELECT pg_wal_replay_pause()").query().singleValue();
            ashlar.waiting(PATIENCE)
                    .until(() -> replica.sql("SELECT pg_get_wal_replay_pause_state()")
                            .query(String.class)
                            .single()
                            .equals("paused"));
            var created = create("seen by its owner");
            var id = created.json().at("/id").asString();
            var position = created.header(READ_AFTER);
            assertThat(owner.get(TODOS, READ_AFTER, position).is(200).text()).contains(id);
            assertThat(owner.get(TODOS).is(200).text()).contains(id);
            return !owner.get(TODOS, READ_AFTER, ANY_REPLICA).is(200).text().contains(id);
        });

        var last = create("too old a replica does not hide it");
        var id = last.json().at("/id").asString();
        ashlar.waiting(PATIENCE)
                .until(() -> owner.get(TODOS, READ_AFTER, ANY_REPLICA).text().contains(id));

        replica.sql("SELECT pg_wal_replay_resume()").query().singleValue();
        double before = readsOfReplica();
        ashlar.waiting(PATIENCE).until(() -> {
            assertThat(owner.get(TODOS, READ_AFTER, last.header(READ_AFTER))
                            .is(200)
                            .text())
                    .contains(id);
            return readsOfReplica() > before;
        });
    }

    @Test
    void readsAreAnsweredWhileTheReplicaIsStoppedOrFrozenOrPromoted() throws IOException {
        var position = create("read by all").header(READ_AFTER);
        var answered = new AtomicInteger();
        Queue<Integer> failures = new ConcurrentLinkedQueue<>();
        var isOver = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> {
                    while (!isOver.get()) {
                        int status = owner.get(TODOS, READ_AFTER, position).status();
                        if (status != 200) {
                            failures.add(status);
                        }
                        answered.incrementAndGet();
                    }
                });
            }
            try {
                awaitReads(answered);
                servers.stopStandby();
                awaitReads(answered);
                assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
                servers.restartStandby();
                awaitUseOfReplica();

                servers.freezeStandby();
                try {
                    awaitReads(answered);
                } finally {
                    servers.thawStandby();
                }
                awaitUseOfReplica();

                servers.promoteStandby();
                awaitReads(answered);
                var id = create("not on the promoted server").json().at("/id").asString();
                ashlar.waiting(PATIENCE)
                        .until(() ->
                                owner.get(TODOS, READ_AFTER, ANY_REPLICA).text().contains(id));
            } finally {
                isOver.set(true);
            }
        }
        assertThat(failures).isEmpty();
    }

    private void awaitReads(AtomicInteger answered) {
        int before = answered.get();
        ashlar.waiting(PATIENCE).until(() -> answered.get() > before + READS);
    }

    private void awaitUseOfReplica() {
        double before = readsOfReplica();
        ashlar.waiting(PATIENCE).until(() -> {
            owner.get(TODOS, READ_AFTER, ANY_REPLICA).is(200);
            return readsOfReplica() > before;
        });
    }

    private double readsOfReplica() {
        var metrics = admin.get("/actuator/prometheus").is(200).text();
        var line = Pattern.compile("^ashlar_replica_reads_total\\{.*result=\"replica\".*} (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private Api.Answer create(String title) {
        return owner.post(TODOS, Map.of("title", title)).is(201);
    }

    private Api admin() {
        var admin = api.newcomer();
        servers.psql()
                .sql("UPDATE identity.users SET role = 'admin' WHERE id = ?::uuid")
                .param(admin.myId())
                .update();
        return api.login(admin.get("/api/v1/me").json().at("/email").asString(), Api.NEWCOMERS_PASSWORD);
    }
}
