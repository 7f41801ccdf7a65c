// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an order. */
public enum OrderStatus {
    /** Placed; the items are reserved until the order expires. */
    PENDING,
    /** Paid; the money was captured. */
    PAID,
    /** Not paid in time; the items are released. Money that is captured later pays the order or is refunded. */
    FAILED,
    /** Cancelled by the buyer or expired before a payment began. */
    CANCELLED,
    /** Refunded by an administrator, or by the gateway after it was paid. */
    REFUNDED;

    /** Transitions between the states. */
    public static final Lifecycle<OrderStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, PAID, "payment captured")
            .may(PENDING, FAILED, "payment declined, returned, of another amount, or without an outcome at expiry")
            .may(PENDING, CANCELLED, "cancelled or expired")
            .may(FAILED, PAID, "payment captured late")
            .may(FAILED, REFUNDED, "late payment refunded by an administrator")
            .may(PAID, REFUNDED, "refunded by an administrator or the gateway")
            .build();
}
