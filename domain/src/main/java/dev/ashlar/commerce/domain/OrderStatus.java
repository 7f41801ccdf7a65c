package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Lifecycle;

/** How far an order has come. */
public enum OrderStatus {
    /** Placed; its items are reserved until it expires. */
    PENDING,
    /** The money is here. */
    PAID,
    /** The payment was declined; what was reserved is free again. */
    FAILED,
    /** Called off or expired before anybody paid. */
    CANCELLED,
    /** Paid, and undone by an administrator. */
    REFUNDED;

    /** Which of them may follow which. */
    public static final Lifecycle<OrderStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, PAID, "payment captured")
            .may(PENDING, FAILED, "payment declined")
            .may(PENDING, CANCELLED, "called off, or expired")
            .may(PAID, REFUNDED, "undone by an administrator")
            .build();
}
