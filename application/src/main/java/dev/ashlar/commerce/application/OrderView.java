// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Order as it is read.
 *
 * @param expiresAt end of the reservation, unless a payment has begun
 */
public record OrderView(
        OrderId id,
        String orderNo,
        UserId userId,
        OrderStatus status,
        Money total,
        Instant expiresAt,
        Instant createdAt) {
    /** Creates the view of an order that was just stored; saves reading it back. */
    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.orderNo(),
                order.buyer(),
                order.status(),
                order.total(),
                order.placement().expiresAt(),
                order.placement().createdAt());
    }
}
