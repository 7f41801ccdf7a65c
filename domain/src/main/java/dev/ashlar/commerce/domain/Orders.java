// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders with their items. */
public interface Orders {
    /**
     * Stores a new order with its items, unless the buyer has {@link Placement#MAX_UNPAID} unpaid ones or has left {@link
     * Placement#MAX_UNPAID_A_DAY} unpaid within a day; returns false then. A second order under the same key of the same buyer
     * violates a unique constraint.
     */
    boolean insert(NewOrder placed);

    /** Finds an order by its key. */
    Optional<Order> find(OrderId id);

    /**
     * Finds an order and locks it until the transaction ends. Every change of an order or its payment locks the order first, so
     * that everything read afterwards is as recent as the order.
     */
    Optional<Order> lock(OrderId id);

    /** Finds the order that the buyer placed under an idempotency key. */
    Optional<Order> findByKey(UserId userId, String idempotencyKey);

    /** Returns the items of an order, sorted by product. */
    List<OrderItem> items(OrderId id);

    /** Stores the next state of an order if status and payment are still the previous ones; returns false otherwise. */
    boolean change(Order next, Order previous, Instant at);

    /**
     * Cancels up to {@code limit} expired orders without a payment and releases their items; returns the number of orders. It
     * waits for no lock: a locked order is left for the next run.
     */
    int cancelExpired(Instant at, int limit);
}
