package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Lifecycle;

/** How far a payment has come. */
public enum PaymentStatus {
    /** The gateway is asked, or about to be; nobody knows the outcome yet. */
    PENDING,
    /** The money is here. */
    CAPTURED,
    /** There will be no money. */
    DECLINED,
    /** The money is on its way back. */
    REFUNDING,
    /** The money is back. */
    REFUNDED;

    /** Which of them may follow which. */
    public static final Lifecycle<PaymentStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, CAPTURED, "gateway approves")
            .may(PENDING, DECLINED, "gateway declines, or never heard of it")
            .may(CAPTURED, REFUNDING, "an administrator decides")
            .may(REFUNDING, REFUNDED, "gateway confirms")
            .build();
}
