// SPDX-License-Identifier: Apache-2.0
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
 * Recovery after a kill at each step between order, payment, credit and refund: every paid order is credited once, and no other
 * order.
 */
@Tag("exhaustive")
class CommerceCrashJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void aKillAtAnyStepLeavesOrdersPaymentsAndTokensConsistent() throws SQLException {
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

            // The gateway has captured the payment; its answer is pending.
            var lost = CompletableFuture.runAsync(() -> ignoreEnd(() -> charged.pay("tok_late")));
            await().atMost(PATIENCE)
                    .until(() -> instances.gateway().payments().all().size() == 2);
            // The gateway has not received the payment.
            var unheard = CompletableFuture.runAsync(() -> ignoreEnd(() -> unknown.pay("tok_hangs")));
            await().atMost(PATIENCE).until(() -> payments(psql, unknown) == 1);
            // The order is paid; a lock holds back the credit of its tokens.
            hold(holding, "SELECT FROM wallet.tokens WHERE user_id = '" + paid.id + "' FOR UPDATE");
            paid.pay("tok_approve").is(200);
            // The order is refunded; the gateway does not answer the request to return the money.
            instances.gateway().fallSilent(true);
            refund(admin, refunded.order);
            assertThat(events(psql)).as("pending events").isEqualTo(2);

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

    /** Checks that credited tokens equal paid tokens, and that every payment captured at the gateway is captured here. */
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
                .as("reserved pieces")
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
            // The kill ends this request, as the test intends.
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
