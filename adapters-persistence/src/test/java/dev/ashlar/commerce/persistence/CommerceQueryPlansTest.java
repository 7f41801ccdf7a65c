// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Indexes for the queries of commerce and of pending events. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_orders_user_id", test = "everyQueryUsesAnIndex")
@Kills(mutant = "index ix_orders_user_id_unpaid", test = "everyQueryUsesAnIndex")
class CommerceQueryPlansTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "commerce.products WHERE sku = 'x'; uq_products_sku",
                "commerce.products WHERE kind = 'goods' AND id < ID ORDER BY id DESC LIMIT 9; ix_products_kind",
                "commerce.products WHERE is_active AND id < ID ORDER BY id DESC LIMIT 9; (ix_products_is_active|pk_products)",
                "commerce.orders WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_orders_user_id",
                "commerce.orders WHERE user_id = ID AND status IN ('pending', 'cancelled', 'failed')"
                        + " AND created_at > now() - interval '24 hours'; ix_orders_user_id_unpaid",
                "commerce.orders WHERE status = 'paid' ORDER BY id DESC LIMIT 9; ix_orders_status",
                "commerce.orders WHERE user_id = ID AND idempotency_key = 'x'; uq_orders_user_id_idempotency_key",
                "commerce.orders WHERE status = 'pending' AND payment_id IS NULL AND expires_at <= now()"
                        + " ORDER BY expires_at, id LIMIT 9; ix_orders_expires_at",
                "commerce.order_items WHERE order_id = ID ORDER BY product_id; pk_order_items",
                "commerce.payments WHERE order_id = ID AND idempotency_key = 'x'; uq_payments_order_id_idempotency_key",
                "commerce.payments WHERE status <> 'refunded' AND due_at <= now() ORDER BY due_at, id LIMIT 9;"
                        + " ix_payments_due_at",
                "commerce.payments WHERE attention IS NOT NULL AND id > ID ORDER BY id LIMIT 9; ix_payments_attention",
                "kernel.event_publication WHERE (publication_date, id) > (now(), ID) ORDER BY publication_date, id LIMIT 9;"
                        + " ix_event_publication_publication_date",
                "kernel.event_publication WHERE status = 'FAILED' ORDER BY publication_date LIMIT 9;"
                        + " ix_event_publication_(failed|publication_date)",
                "kernel.event_publication WHERE status <> 'FAILED' AND last_resubmission_date <= now()"
                        + " ORDER BY last_resubmission_date, id LIMIT 9; ix_event_publication_last_resubmission_date"
            })
    void everyQueryUsesAnIndex(String query, String index) {
        QueryPlans.assertIndex(jdbc, query, index);
    }
}
