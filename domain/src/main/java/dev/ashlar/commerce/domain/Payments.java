package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All payments. */
public interface Payments {
    /** Stores a new payment; a twin under the same key of the same order breaks a unique constraint. */
    void insert(Payment payment);

    Optional<Payment> find(PaymentId id);

    /** The payment of that order under that key. */
    Optional<Payment> findByKey(OrderId orderId, String idempotencyKey);

    /** Stores the next state of a payment if it is still as it was read; false if somebody else was faster. */
    boolean change(Payment next, Payment previous, Instant at);

    /**
     * Takes up to {@code limit} payments whose outcome nobody has learned since {@code bound}, oldest first; nobody else takes
     * them until {@code at} is as long ago.
     */
    List<Payment> claimUnsettled(Instant bound, Instant at, int limit);
}
