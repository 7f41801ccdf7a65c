// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paid order whose tokens were not credited, as the registry of events leaves it when nobody could credit them for half a day. */
final class UncreditedOrder {
    private UncreditedOrder() {}

    /** Stores the order and its event, and returns the id of the event. */
    static UUID of(Buyer buyer, JdbcClient psql) {
        var id = UUID.randomUUID();
        var event = """
                {"orderId": "%s", "orderNo": "7Q2M-9XD4-T1BK", "buyer": "%s", "tokens": 7,
                 "total": {"amount": "2.50", "currency": "EUR"}, "at": "2026-01-31T09:30:00Z"}""".formatted(buyer.order, buyer.id);
        buyer.pay("tok_hangs").is(202);
        psql.sql("""
                        WITH captured AS (
                            UPDATE commerce.payments SET status = 'captured', external_id = 'captured-' || id
                            WHERE order_id = :order::uuid
                        )
                        UPDATE commerce.orders SET status = 'paid' WHERE id = :order::uuid""").param("order", buyer.order).update();
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (?, 'commerce.credit-tokens', 'dev.ashlar.commerce.OrderPaid', ?, now(), 'FAILED', 20, now())""").params(id, event).update();
        return id;
    }
}
