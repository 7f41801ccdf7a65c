package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Killed at each step between order, payment, credit and refund, Ashlar comes back and finishes: a paid order has its tokens,
 * once, and nobody else.
 */
@Tag("exhaustive")
class CommerceCrashJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void whateverStepTheKillMeetsTheBooksAgree() throws SQLException {
        try (var instances = new Instances(home.resolve("home"));
                var holding = instances.database().owner().getConnection()) {
            holding.setAutoCommit(false);
            var psql = instances.psql();
            var first = instances.serve("first");
            instances.loseWebhooks();
            var api = Api.at(first.address().getPort());
            var admin = api.demo("admin");

            var ordered = new Buyer(api);
            var charged = new Buyer(api);
            var unknown = new Buyer(api);
            var paid = new Buyer(api);
            var refunded = new Buyer(api);
            refunded.pay("tok_approve").is(200);
            await().atMost(PATIENCE).until(() -> refunded.credits(psql) == 1);

            // The gateway has taken the money; the answer is on its way.
            var lost = CompletableFuture.runAsync(() -> ignoreEnd(() -> charged.pay("tok_late")));
            await().atMost(PATIENCE)
                    .until(() -> instances.gateway().payments().all().size() == 2);
            // The gateway has not heard of it.
            var unheard = CompletableFuture.runAsync(() -> ignoreEnd(() -> unknown.pay("tok_hangs")));
            await().atMost(PATIENCE).until(() -> payments(psql, unknown) == 1);
            // The order is paid; the tokens are on their way, but for a lock.
            hold(holding, "SELECT FROM wallet.tokens WHERE user_id = '" + paid.id + "' FOR UPDATE");
            paid.pay("tok_approve").is(200);
            // The order is undone; the refund goes to a gateway that does not answer.
            instances.gateway().fallSilent(true);
            refund(admin, refunded.order);
            assertThat(events(psql)).as("what is still to be done").isEqualTo(2);

            first.kill();
            lost.join();
            unheard.join();
            holding.rollback();
            instances.gateway().fallSilent(false);

            var second = instances.serve("second");
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                instances.letTimePass();
                return charged.status(psql).equals("paid")
                        && unknown.status(psql).equals("failed")
                        && events(psql) == 0;
            });

            assertThat(ordered.status(psql)).isEqualTo("pending");
            assertThat(paid.status(psql)).isEqualTo("paid");
            assertThat(refunded.status(psql)).isEqualTo("refunded");
            assertBalance(psql, charged, 100);
            assertBalance(psql, paid, 100);
            assertBalance(psql, unknown, 0);
            assertBalance(psql, refunded, 0);
            assertBooksAgree(psql, instances);
            assertThat(Api.at(second.address().getPort())
                            .demo("admin")
                            .get("/api/v1/wallets/reconciliation")
                            .is(200)
                            .json()
                            .at("/items")
                            .isEmpty())
                    .isTrue();
        }
    }

    /** Tokens credited are tokens paid, and every captured payment of the gateway's is a paid order. */
    private static void assertBooksAgree(JdbcClient psql, Instances instances) {
        assertThat(psql.sql("""
                        SELECT o.id
                        FROM commerce.orders AS o
                        JOIN (
                            SELECT order_id, sum(quantity * unit_tokens) AS tokens FROM commerce.order_items GROUP BY order_id
                        ) AS i ON i.order_id = o.id
                        LEFT JOIN wallet.token_usages AS u ON u.idempotency_key = 'order:' || o.id
                        LEFT JOIN wallet.token_usages AS r ON r.reverses_id = u.id
                        WHERE COALESCE(u.delta, 0) + COALESCE(r.delta, 0)
                            <> CASE o.status WHEN 'paid' THEN i.tokens ELSE 0 END""").query().listOfRows()).isEmpty();
        long captured = instances.gateway().payments().all().stream()
                .filter(payment -> payment.status().equals("captured"))
                .count();
        assertThat(psql.sql("SELECT count(*) FROM commerce.payments WHERE status = 'captured'")
                        .query(Long.class)
                        .single())
                .isEqualTo(captured);
        assertThat(psql.sql("SELECT sum(reserved) FROM commerce.products")
                        .query(Long.class)
                        .single())
                .as("what is still ordered")
                .isEqualTo(1);
    }

    private static void refund(Api admin, String order) {
        admin.postOnce("/api/v1/orders/" + order + "/refund", Map.of("reason", "crash test"))
                .is(200);
    }

    private static void hold(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void ignoreEnd(Runnable request) {
        try {
            request.run();
        } catch (UncheckedIOException killed) {
            // which is what this test is about
        }
    }

    private static long events(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM kernel.event_publication")
                .query(Long.class)
                .single();
    }

    private static long payments(JdbcClient psql, Buyer buyer) {
        return psql.sql("SELECT count(*) FROM commerce.payments WHERE order_id = ?::uuid")
                .param(buyer.order)
                .query(Long.class)
                .single();
    }

    private static void assertBalance(JdbcClient psql, Buyer buyer, long balance) {
        assertThat(buyer.balance(psql)).isEqualTo(balance);
    }
}
