package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an order. */
public enum OrderStatus {
    /** Placed; the items are reserved until the order expires. */
    PENDING,
    /** Paid; the money was captured. */
    PAID,
    /** Not paid; the payment was declined and the items are released. */
    FAILED,
    /** Cancelled by the buyer or expired before a payment began. */
    CANCELLED,
    /** Paid, then refunded by an administrator. */
    REFUNDED;

    /** Transitions between the states. */
    public static final Lifecycle<OrderStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, PAID, "payment captured")
            .may(PENDING, FAILED, "payment declined")
            .may(PENDING, CANCELLED, "cancelled or expired")
            .may(PAID, REFUNDED, "refunded by an administrator")
            .build();
}
