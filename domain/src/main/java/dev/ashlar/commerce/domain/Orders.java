package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All orders. */
public interface Orders {
    /** Stores a new order with its items; a twin under the same key of the same buyer breaks a unique constraint. */
    void insert(NewOrder placed);

    Optional<Order> find(OrderId id);

    /**
     * Reads an order and holds it until the transaction ends. Whoever changes an order, or anything of it, holds it first: what
     * else is read then is as new as the order.
     */
    Optional<Order> lock(OrderId id);

    /** The order that the buyer placed under that key. */
    Optional<Order> findByKey(UserId userId, String idempotencyKey);

    /** Its items, by product. */
    List<OrderItem> items(OrderId id);

    /** Stores the next state of an order if it is still as it was read; false if somebody else was faster. */
    boolean change(Order next, Order previous, Instant at);

    /**
     * Cancels up to {@code limit} orders that have expired and that nobody is paying, and frees what they have reserved;
     * returns how many. It waits for no order: one that somebody is at is left for the next time.
     */
    int cancelExpired(Instant at, int limit);
}
