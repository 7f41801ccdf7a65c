// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments of orders. */
public interface Payments {
    /** Time between two questions about a payment whose outcome an order waits for. */
    Duration PAUSE = Duration.ofMinutes(1);
    /** Shortest time between two questions about any other payment. */
    Duration LONG_PAUSE = Duration.ofHours(1);
    /** Age from which a captured or declined payment is no longer asked about. */
    Duration MEMORY = Duration.ofDays(30);

    /** Stores a new payment; a second payment under the same key of the same order violates a unique constraint. */
    void insert(Payment payment);

    /** Finds a payment by its key. */
    Optional<Payment> find(PaymentId id);

    /** Finds the payment of an order under an idempotency key. */
    Optional<Payment> findByKey(OrderId orderId, String idempotencyKey);

    /** Stores the next state of a payment if the status is still the previous one; returns false otherwise. */
    boolean change(Payment next, Payment previous, Instant at);

    /**
     * Claims up to {@code limit} payments that the gateway must be asked about, longest due first, and sets the time of the next
     * question. A payment is claimed by one caller at a time.
     *
     * <p>A payment is due {@link #PAUSE} after it has begun or its refund has. It is due again after {@link #PAUSE} while its
     * order waits for it; after {@link #LONG_PAUSE} while it is given up or its refund is not confirmed; and after its age, at
     * least {@link #LONG_PAUSE}, while it is captured or declined. Then it is no longer due after {@link #MEMORY}.
     */
    List<Payment> claimDue(Instant at, int limit);
}
