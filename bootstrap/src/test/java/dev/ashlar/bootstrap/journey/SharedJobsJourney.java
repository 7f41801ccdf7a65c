// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database: each tick of a job runs on one of them, and one takes over from the other. */
@Tag("exhaustive")
class SharedJobsJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EXPIRY = "commerce.expire-orders";
    private static final String RECONCILIATION = "commerce.reconcile-payments";
    private static final int ORDERS = 5;

    @TempDir
    private Path home;

    /** Each counts what it has shown itself, and leaves nothing uncounted when it stops. */
    @Test
    void eachWritesTheReadingsThatItHasCounted() {
        try (var instances = new Instances(home.resolve("home"))) {
            var psql = instances.psql();
            var first = instances.serve("first");
            var second = instances.serve("second");
            var slug = readFirstArticle(first);
            readFirstArticle(second);
            await("what both have counted").atMost(PATIENCE).until(() -> views(psql, slug) == 2);

            readFirstArticle(second);
            second.terminate();
            second.awaitEnd();
            assertThat(views(psql, slug)).isEqualTo(3);
        }
    }

    private static String readFirstArticle(AshlarProcess instance) {
        var reader = Api.at(instance.address().getPort());
        var slug = reader.get("/api/articles?limit=1")
                .is(200)
                .json()
                .at("/articles/0/slug")
                .asString();
        reader.get("/api/articles/" + slug).is(200);
        return slug;
    }

    private static long views(JdbcClient psql, String slug) {
        return psql.sql("SELECT view_count FROM publishing.posts WHERE slug = ?")
                .param(slug)
                .query(Long.class)
                .single();
    }

    @Test
    void aTickRunsOnceAndWhatADeadInstanceHasLeftIsFinished() {
        try (var instances = new Instances(home.resolve("home"))) {
            var psql = instances.psql();
            var first = instances.serve("first");
            var second = instances.serve("second");
            instances.loseWebhooks();

            eachTickRunsOnOneOfThem(psql, first, second);
            oneFinishesWhatTheOtherHasBegun(instances, psql, first, second);
        }
    }

    private static void eachTickRunsOnOneOfThem(JdbcClient psql, AshlarProcess first, AshlarProcess second) {
        await("the first tick, at the start")
                .atMost(PATIENCE)
                .until(() -> version(psql) >= 2 && pickedBy(psql, EXPIRY).isEmpty());
        var buyer = Api.at(first.address().getPort()).newcomer();
        for (int tick = 1; tick <= 3; tick++) {
            order(buyer);
            psql.sql("UPDATE commerce.orders SET expires_at = now()").update();
            long handled = ticks(first) + ticks(second);
            long changes = version(psql);
            runNow(psql, EXPIRY);
            await().atMost(PATIENCE).until(() -> ticks(first) + ticks(second) > handled);
            await().atMost(PATIENCE).until(() -> pickedBy(psql, EXPIRY).isEmpty());
            assertThat(version(psql)).as("picked and put back by one of them").isEqualTo(changes + 2);
            assertThat(ticks(first) + ticks(second)).isEqualTo(handled + 1);
        }
        assertThat(psql.sql("SELECT count(*) FROM commerce.orders WHERE status = 'pending'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void oneFinishesWhatTheOtherHasBegun(
            Instances instances, JdbcClient psql, AshlarProcess first, AshlarProcess second) {
        var buyer = Api.at(first.address().getPort()).newcomer();
        instances.gateway().fallSilent(true);
        for (int count = 0; count < ORDERS; count++) {
            buyer.postOnce("/api/v1/orders/" + order(buyer) + "/pay", Map.of("source", "tok_approve"))
                    .is(202);
        }
        psql.sql("UPDATE commerce.payments SET due_at = now() - interval '1 hour'")
                .update();
        runNow(psql, RECONCILIATION);
        await().atMost(PATIENCE).until(() -> !pickedBy(psql, RECONCILIATION).isEmpty());

        // It waits for an answer of the gateway's about the first of them.
        boolean firstHasIt = pickedBy(psql, RECONCILIATION).contains("first");
        (firstHasIt ? first : second).kill();
        instances.gateway().fallSilent(false);
        psql.sql("UPDATE commerce.payments SET due_at = now() - interval '1 hour'")
                .update();

        await("the other one")
                .atMost(PATIENCE)
                .until(() -> psql.sql("SELECT count(*) FROM commerce.payments WHERE status = 'pending'")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(psql.sql("SELECT count(*) FROM commerce.orders WHERE status = 'failed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(ORDERS);
        assertThat((firstHasIt ? second : first).output()).contains("Job finished job=" + RECONCILIATION);
    }

    private static String order(Api buyer) {
        var pack = buyer.get("/api/v1/products?kind=token_pack")
                .is(200)
                .json()
                .at("/items/0/id")
                .asString();
        return buyer.postOnce("/api/v1/orders", Map.of("items", List.of(Map.of("productId", pack, "quantity", 1))))
                .is(201)
                .json()
                .at("/order/id")
                .asString();
    }

    private static void runNow(JdbcClient psql, String job) {
        psql.sql("UPDATE kernel.scheduled_tasks SET execution_time = now() WHERE task_name = ? AND NOT picked")
                .param(job)
                .update();
    }

    private static List<String> pickedBy(JdbcClient psql, String job) {
        return psql.sql("SELECT picked_by FROM kernel.scheduled_tasks WHERE task_name = ? AND picked")
                .param(job)
                .query(String.class)
                .list();
    }

    /** The scheduler increments it whenever an instance picks the job or puts it back. */
    private static long version(JdbcClient psql) {
        return psql.sql("SELECT version FROM kernel.scheduled_tasks WHERE task_name = ?")
                .param(EXPIRY)
                .query(Long.class)
                .single();
    }

    /** Number of expiry runs that found rows, as this instance logged them. */
    private static long ticks(AshlarProcess instance) {
        return instance.output()
                .lines()
                .filter(line -> line.contains("Job finished job=" + EXPIRY))
                .count();
    }
}
