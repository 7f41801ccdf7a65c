// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Connections of the pool go out of date under load, by a rolling migration or because the server ends them. */
@JourneyTest
class OutdatedConnectionsJourney {
    private static final int CLIENTS = 8;
    private static final int REQUESTS_BETWEEN_CHANGES = 200; // each connection has prepared its statements by then

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private Api admin;

    @BeforeEach
    void logIn() {
        admin = Api.at(port).demo("admin");
    }

    @Test
    void answersEveryRequestWhileAColumnChangesItsType() {
        admin.post("/api/v1/publishing/categories", Map.of("name", "Stone")).is(201);

        changeUnderLoad(List.of(
                "ALTER TABLE publishing.categories ALTER COLUMN name TYPE varchar(200)",
                "ALTER TABLE publishing.categories ALTER COLUMN name TYPE text",
                "ALTER TABLE publishing.categories ALTER COLUMN name TYPE varchar(300)",
                "ALTER TABLE publishing.categories ALTER COLUMN name TYPE text"));

        assertThat(failures).isEmpty();
    }

    @Test
    void asksForAnotherTryWhileConnectionsEnd() {
        var end = "DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND usename = 'ashlar_app'; END $$";

        changeUnderLoad(List.of(end, end, end, end));

        assertThat(failures).allMatch(failure -> failure.startsWith("503 {\"type\":\"/problems/request.unavailable\""));
    }

    private void changeUnderLoad(List<String> changes) {
        var isOver = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> {
                    while (!isOver.get()) {
                        read();
                    }
                });
            }
            try {
                for (var change : changes) {
                    awaitRequests();
                    databases.database().psql().sql(change).update();
                }
                awaitRequests();
            } finally {
                isOver.set(true);
            }
        }
    }

    private void read() {
        var answer = admin.get("/api/v1/publishing/categories");
        if (answer.status() != 200) {
            failures.add(answer.status() + " " + answer.text());
        }
        answered.incrementAndGet();
    }

    private void awaitRequests() {
        int wanted = answered.get() + REQUESTS_BETWEEN_CHANGES;
        await().until(() -> answered.get() >= wanted);
    }
}
