// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Killed after an event's work is done and before the event is forgotten, Ashlar comes back and does the work again: the
 * tokens are credited once all the same, and the money is returned once.
 */
@Tag("exhaustive")
class DeliveryCrashJourney {
    @TempDir
    private Path home;

    @Test
    void whatIsDoneAndNotForgottenIsNotDoneTwice() throws SQLException {
        try (var instances = new Instances(home.resolve("home"));
                var orders = held(instances);
                var events = held(instances);
                var wallets = held(instances)) {
            var psql = instances.psql();
            var first = instances.serve("first");
            instances.loseWebhooks();
            var api = Api.at(first.address().getPort());
            var returned = paid(new Buyer(api), psql);
            var noted = paid(new Buyer(api), psql);
            var credited = new Buyer(api);
            patiently().until(() -> events(psql) == 0);

            instances.gateway().fallSilent(true);
            refund(api.demo("admin"), returned);
            refund(api.demo("admin"), noted);
            patiently().until(() -> count(psql, "kernel.event_publication WHERE status = 'FAILED'") == 2);
            instances.gateway().fallSilent(false);

            // Returned by the gateway, and not yet noted here: the order is held.
            lock(orders, "commerce.orders WHERE id IN ('" + returned.order + "', '" + noted.order + "')");
            patiently().pollInterval(Duration.ofSeconds(1)).until(() -> {
                instances.letTimePass();
                return isReturned(instances, returned) && isReturned(instances, noted);
            });
            // Noted here, and not yet forgotten: its event is held.
            lock(events, "kernel.event_publication WHERE serialized_event LIKE '%" + noted.order + "%'");
            assertThat(noted.paymentStatus(psql)).isEqualTo("refunding");
            orders.rollback();
            lock(orders, "commerce.orders WHERE id = '" + returned.order + "'");
            patiently().until(() -> noted.paymentStatus(psql).equals("refunded"));

            // Credited, and not yet forgotten.
            lock(wallets, "wallet.tokens WHERE user_id = '" + credited.id + "'");
            credited.pay("tok_approve").is(200);
            patiently().until(() -> count(psql, """
                    pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%wallet.tokens%'""") > 0);
            lock(events, "kernel.event_publication WHERE serialized_event LIKE '%" + credited.order + "%'");
            wallets.rollback();
            patiently().until(() -> credited.credits(psql) == 1);

            first.kill();
            endConnections(psql);
            orders.rollback();
            events.rollback();
            assertThat(events(psql)).as("done, or half done, and not forgotten").isGreaterThanOrEqualTo(2);

            instances.serve("second");
            patiently().pollInterval(Duration.ofSeconds(1)).until(() -> {
                instances.letTimePass();
                return events(psql) == 0;
            });

            assertThat(credited.credits(psql)).isEqualTo(1);
            assertThat(credited.balance(psql)).isEqualTo(100);
            for (var buyer : new Buyer[] {returned, noted}) {
                assertThat(buyer.paymentStatus(psql)).isEqualTo("refunded");
                assertThat(buyer.balance(psql)).isZero();
                assertThat(isReturned(instances, buyer)).isTrue();
            }
        }
    }

    private static Buyer paid(Buyer buyer, JdbcClient psql) {
        buyer.pay("tok_approve").is(200);
        patiently().until(() -> buyer.credits(psql) == 1);
        return buyer;
    }

    private static void refund(Api admin, Buyer buyer) {
        admin.postOnce("/api/v1/orders/" + buyer.order + "/refund", Map.of("reason", "crash test"))
                .is(200);
    }

    private static boolean isReturned(Instances instances, Buyer buyer) {
        var payment = instances
                .psql()
                .sql("SELECT id::text FROM commerce.payments WHERE order_id = ?::uuid")
                .param(buyer.order)
                .query(String.class)
                .single();
        return instances
                .gateway()
                .payments()
                .find(payment)
                .filter(known -> known.status().equals("refunded"))
                .isPresent();
    }

    private static Connection held(Instances instances) throws SQLException {
        var connection = instances.database().owner().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lock(Connection connection, String fromWhere) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT FROM " + fromWhere + " FOR UPDATE");
        }
    }

    /** A backend that waits for a lock does not notice that its client was killed, and would finish its statement. */
    private static void endConnections(JdbcClient psql) {
        psql.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ashlar_app'")
                .query()
                .listOfRows();
        patiently().until(() -> count(psql, "pg_stat_activity WHERE usename = 'ashlar_app'") == 0);
    }

    private static long events(JdbcClient psql) {
        return count(psql, "kernel.event_publication");
    }

    private static long count(JdbcClient psql, String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
