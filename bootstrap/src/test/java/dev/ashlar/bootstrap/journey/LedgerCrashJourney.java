// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle of posting to a ledger, Ashlar comes back with every entry it had answered and no half of one. */
@Tag("exhaustive")
class LedgerCrashJourney {
    private static final int CLIENTS = 8;
    private static final int ANSWERS_BEFORE_THE_KILL = 200;

    @TempDir
    private Path home;

    @Test
    void keepsEachAnsweredEntryAndPostsRetriesOnce() throws InterruptedException {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        Map<String, String> answered = new ConcurrentHashMap<>();
        try (var ashlar = AshlarProcess.serve(home)) {
            var api = Api.at(ashlar.address().getPort());
            postUntilKilled(ashlar, api.demo("admin"), api.demo("sales").myId(), sent, answered);
        }

        try (var ashlar = AshlarProcess.serve(home)) {
            var admin = Api.at(ashlar.address().getPort()).demo("admin");
            var owner = Api.at(ashlar.address().getPort()).demo("sales"); // who starts with an empty wallet
            var ownerId = owner.myId();
            assertThat(ledger(owner)).containsAll(answered.values());

            for (var key : sent) {
                var entry = post(admin, ownerId, key).is(201).json().at("/id").asString();
                assertThat(entry).isEqualTo(answered.getOrDefault(key, entry));
            }
            assertThat(ledger(owner)).doesNotHaveDuplicates().hasSize(sent.size());
            assertThat(owner.get("/api/v1/wallet").json().at("/balance").asInt())
                    .isEqualTo(sent.size());
            assertThat(admin.get("/api/v1/wallets/reconciliation")
                            .json()
                            .at("/items")
                            .isEmpty())
                    .isTrue();
        }
    }

    private static void postUntilKilled(
            AshlarProcess ashlar, Api admin, String owner, Set<String> sent, Map<String, String> answered)
            throws InterruptedException {
        var enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            IntStream.range(0, CLIENTS)
                    .forEach(client -> clients.execute(() -> {
                        for (int i = 0; ; i++) {
                            var key = client + "-" + i;
                            sent.add(key);
                            try {
                                answered.put(
                                        key,
                                        post(admin, owner, key)
                                                .is(201)
                                                .json()
                                                .at("/id")
                                                .asString());
                                enough.countDown();
                            } catch (UncheckedIOException killed) {
                                return;
                            }
                        }
                    }));
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            ashlar.kill();
        }
        assertThat(sent).as("requests that got no answer").hasSizeGreaterThan(answered.size());
    }

    private static Api.Answer post(Api admin, String owner, String key) {
        return admin.post(
                "/api/v1/wallets/" + owner + "/adjustments",
                Map.of("tokens", 1, "reason", "crash test"),
                "Idempotency-Key",
                key);
    }

    /** The ids of all entries, after checking that they form one chain. */
    private static List<String> ledger(Api owner) {
        var ids = new ArrayList<String>();
        var seqs = new HashSet<Long>();
        var cursor = "";
        do {
            var page = owner.get("/api/v1/wallet/usages?limit=100" + cursor)
                    .is(200)
                    .json();
            page.at("/items").forEach(entry -> {
                ids.add(entry.at("/id").asString());
                seqs.add(entry.at("/seq").asLong());
                assertThat(entry.at("/balanceAfter").asLong())
                        .isEqualTo(entry.at("/seq").asLong());
            });
            var next = page.at("/nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        } while (cursor != null);
        assertThat(seqs).hasSameSizeAs(ids);
        return ids;
    }
}
