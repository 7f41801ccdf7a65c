package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy. While a payment is under way nothing else happens to the order: what has become of the money
 * decides.
 *
 * @param orderNo what people call it; unique
 * @param total price of all items
 * @param paymentId the payment that is under way or has decided; null before the first attempt
 * @param expiresAt until then its items are reserved
 * @param idempotencyKey names the buyer's wish; one order, however often it is sent
 */
public record Order(
        OrderId id,
        String orderNo,
        UserId userId,
        OrderStatus status,
        Money total,
        @Nullable PaymentId paymentId,
        Instant expiresAt,
        String idempotencyKey,
        Instant createdAt) {
    /** How long items are reserved for somebody who does not pay. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    /** A new order of that total. */
    static Order of(OrderId id, UserId buyer, Money total, String key, Instant at) {
        return new Order(
                id, OrderNo.of(id), buyer, OrderStatus.LIFECYCLE.start(), total, null, at.plus(PATIENCE), key, at);
    }

    /** This order with a payment under way. */
    public Order paying(PaymentId payment, Instant at) {
        OrderStatus.LIFECYCLE.require(status, OrderStatus.PAID, CommerceProblem.ORDER_STATE);
        requireNoPayment();
        if (!at.isBefore(expiresAt)) {
            throw CommerceProblem.ORDER_EXPIRED.because(
                    "Place a new order; this one was open until " + expiresAt + ".");
        }
        return with(status, payment);
    }

    /** This order, paid. */
    public Order paid() {
        return to(OrderStatus.PAID);
    }

    /** This order, not to be paid any more. */
    public Order failed() {
        return to(OrderStatus.FAILED);
    }

    /** This order, called off. */
    public Order cancelled() {
        var next = to(OrderStatus.CANCELLED);
        requireNoPayment();
        return next;
    }

    /** This order, undone. */
    public Order refunded() {
        return to(OrderStatus.REFUNDED);
    }

    private void requireNoPayment() {
        if (paymentId != null) {
            throw CommerceProblem.PAYMENT_PENDING.because(
                    "Its outcome is known within minutes; look at the order then.");
        }
    }

    private Order to(OrderStatus next) {
        return with(OrderStatus.LIFECYCLE.require(status, next, CommerceProblem.ORDER_STATE), paymentId);
    }

    private Order with(OrderStatus next, @Nullable PaymentId payment) {
        return new Order(id, orderNo, userId, next, total, payment, expiresAt, idempotencyKey, createdAt);
    }
}
