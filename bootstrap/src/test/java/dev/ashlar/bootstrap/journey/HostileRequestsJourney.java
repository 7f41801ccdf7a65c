// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Requests that nobody has thought of, to every operation and from every kind of caller: none is a fault of the server, none hangs, and
 * each refusal has its form.
 */
@JourneyTest
class HostileRequestsJourney {
    private static final int CLIENTS = 4;
    private static final int REQUESTS_OF_A_LOGIN = 250; // some of them end sessions and deactivate callers

    @LocalServerPort
    private int port;

    private final Knowledge knowledge = new Knowledge();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger successes = new AtomicInteger();
    private String mentorId;

    @BeforeEach
    void findMentor() {
        mentorId = Api.at(port).demo("mentor").myId();
    }

    @AfterEach
    void activateMentor() {
        activateMentor(Api.at(port).demo("admin"));
    }

    private void activateMentor(Api admin) {
        admin.post("/api/v1/users/" + mentorId + "/activate", Map.of());
    }

    @Test
    void answersAThousand() {
        sendRequests(1_000, 1);
    }

    @Test
    @Tag("exhaustive")
    void answersFiftyThousand() {
        sendRequests(50_000, System.nanoTime());
    }

    private void sendRequests(int count, long seed) {
        var operations = Operation.withForeign(Api.at(port));
        var runs = new ArrayList<Future<?>>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                var client = new HostileClient(operations, knowledge, seed + i);
                runs.add(clients.submit(() -> run(client, count / CLIENTS)));
            }
        }
        assertThat(runs).allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ZERO));
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(successes.get())
                .as("requests that passed all checks of their input")
                .isGreaterThan(count / 20);
    }

    private void run(HostileClient client, int count) {
        List<@Nullable String> callers = List.of();
        for (int i = 0; i < count; i++) {
            if (i % REQUESTS_OF_A_LOGIN == 0) {
                callers = callers();
            }
            send(client.next(callers.get(i % callers.size())));
        }
    }

    private List<@Nullable String> callers() {
        var nobody = Api.at(port);
        var admin = nobody.demo("admin");
        var mentor = new AtomicReference<Api>();
        await().untilAsserted(
                        () -> { // another client may deactivate the mentor meanwhile
                            activateMentor(admin);
                            mentor.set(nobody.demo("mentor"));
                        });
        return Arrays.asList(
                null,
                "Bearer nonsense",
                nobody.newcomer().authorization(),
                mentor.get().authorization(),
                admin.authorization());
    }

    private void send(HostileClient.Request request) {
        try {
            var answer = RawAnswer.to(request, port);
            if (answer == null) {
                if (!request.isMalformed()) {
                    faults.add("no answer\n" + request);
                }
                return;
            }
            for (var fault : answer.faults(request)) {
                faults.add(answer.status() + " " + fault + "\n" + request + "\n" + answer.body());
            }
            var json = answer.json();
            if (answer.status() < 400 && json != null) {
                successes.incrementAndGet();
                knowledge.learn(json);
            }
        } catch (IOException | RuntimeException failed) {
            // A server that closes the connection at the first wrong byte resets it, and the answer may be lost with
            // it.
            if (!(request.isMalformed() && failed instanceof SocketException)) {
                faults.add(failed + "\n" + request);
            }
        }
    }
}
