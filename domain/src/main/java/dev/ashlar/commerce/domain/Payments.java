package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments of orders. */
public interface Payments {
    /** Stores a new payment; a second payment under the same key of the same order violates a unique constraint. */
    void insert(Payment payment);

    /** Finds a payment by its key. */
    Optional<Payment> find(PaymentId id);

    /** Finds the payment of an order under an idempotency key. */
    Optional<Payment> findByKey(OrderId orderId, String idempotencyKey);

    /** Stores the next state of a payment if the status is still the previous one; returns false otherwise. */
    boolean change(Payment next, Payment previous, Instant at);

    /**
     * Claims up to {@code limit} pending payments that were last asked about at {@code bound} or before, oldest first, and marks
     * them as asked about at {@code at}. A payment is claimed by one caller at a time.
     */
    List<Payment> claimUnsettled(Instant bound, Instant at, int limit);
}
