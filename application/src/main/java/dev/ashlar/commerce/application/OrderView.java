package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * An order.
 *
 * @param expiresAt until then its items are reserved
 */
public record OrderView(
        OrderId id,
        String orderNo,
        UserId userId,
        OrderStatus status,
        Money total,
        Instant expiresAt,
        Instant createdAt) {
    /** What an order looks like once it is stored as it is here; saves reading it back. */
    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.orderNo(),
                order.userId(),
                order.status(),
                order.total(),
                order.expiresAt(),
                order.createdAt());
    }
}
