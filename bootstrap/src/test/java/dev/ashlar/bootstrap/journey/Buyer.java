// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import org.springframework.jdbc.core.simple.JdbcClient;

/** New user with an order of a hundred tokens. */
final class Buyer {
    final Api api;
    final String id;
    final String order;
    private final Purchases purchases;

    Buyer(Api nobody) {
        this.api = nobody.newcomer();
        this.id = api.myId();
        this.purchases = new Purchases(api);
        this.order = Purchases.idOf(purchases.order(1));
    }

    /** Returns the id of the pack that was ordered. */
    String pack() {
        return purchases.pack;
    }

    /** Pays the order under a new key. */
    Api.Answer pay(String source) {
        return purchases.pay(order, source);
    }

    /** Reads the status of the order. */
    String status(JdbcClient psql) {
        return psql.sql("SELECT status::text FROM commerce.orders WHERE id = ?::uuid")
                .param(order)
                .query(String.class)
                .single();
    }

    /** Reads the balance of the buyer's wallet. */
    long balance(JdbcClient psql) {
        return psql.sql("SELECT balance FROM wallet.tokens WHERE user_id = ?::uuid")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Counts the credits of purchases in the buyer's wallet. */
    long credits(JdbcClient psql) {
        return psql.sql("SELECT count(*) FROM wallet.token_usages WHERE user_id = ?::uuid AND usage_type = 'purchase'")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Reads the status of the order's payment. */
    String paymentStatus(JdbcClient psql) {
        return psql.sql("SELECT status::text FROM commerce.payments WHERE order_id = ?::uuid")
                .param(order)
                .query(String.class)
                .single();
    }
}
