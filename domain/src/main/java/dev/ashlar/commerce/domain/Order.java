// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.ReadableNumber;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Order of one buyer. While a payment is pending nothing but its outcome and the end of the time to pay changes the order.
 *
 * @param orderNo number that people read; unique
 * @param total price of all items
 * @param paymentId payment that is pending or has decided; null before the first attempt
 */
public record Order(
        OrderId id,
        String orderNo,
        Placement placement,
        Money total,
        OrderStatus status,
        @Nullable PaymentId paymentId) {

    /** Creates a pending order. */
    static Order of(OrderId id, Placement placement, Money total) {
        return new Order(id, ReadableNumber.of(id.value()), placement, total, OrderStatus.LIFECYCLE.start(), null);
    }

    /** Returns the user who placed this order. */
    public UserId buyer() {
        return placement.userId();
    }

    /** Returns this order with a pending payment. */
    public Order paying(PaymentId payment, Instant at) {
        if (status != OrderStatus.PENDING) {
            throw CommerceProblem.ILLEGAL_TRANSITION.because("Order " + orderNo + " is "
                    + OrderStatus.LIFECYCLE.label(status) + " and cannot be paid. Place a new order.");
        }
        requireNoPayment();
        if (isExpired(at)) {
            throw CommerceProblem.ORDER_EXPIRED.because(
                    "Order " + orderNo + " expired at " + placement.expiresAt() + ". Place a new order.");
        }
        return with(status, payment);
    }

    /** Returns this order after its payment was captured. */
    public Order paid() {
        return decided(OrderStatus.PAID);
    }

    /** Returns true if the time to pay is over. */
    public boolean isExpired(Instant at) {
        return placement.isExpired(at);
    }

    /** Returns this order after its payment was declined, returned, or given up. */
    public Order failed() {
        return decided(OrderStatus.FAILED);
    }

    /** Returns this order, cancelled; refused while a payment is pending. */
    public Order cancelled() {
        var next = to(OrderStatus.CANCELLED);
        requireNoPayment();
        return next;
    }

    /** Returns this order, refunded. */
    public Order refunded() {
        return decided(OrderStatus.REFUNDED);
    }

    private void requireNoPayment() {
        if (paymentId != null) {
            throw CommerceProblem.PAYMENT_PENDING.because("Payment " + paymentId.value() + " of order " + orderNo
                    + " is pending. Read the order again in a few minutes.");
        }
    }

    private Order decided(OrderStatus next) {
        var decided = to(next);
        if (paymentId == null) {
            throw CommerceProblem.ILLEGAL_TRANSITION.because("Order " + orderNo + " has no payment. Pay it first.");
        }
        return decided;
    }

    private Order to(OrderStatus next) {
        return with(require(next), paymentId);
    }

    private OrderStatus require(OrderStatus next) {
        return OrderStatus.LIFECYCLE.require(status, next, CommerceProblem.ILLEGAL_TRANSITION, "Order " + orderNo);
    }

    private Order with(OrderStatus next, @Nullable PaymentId payment) {
        return new Order(id, orderNo, placement, total, next, payment);
    }
}
