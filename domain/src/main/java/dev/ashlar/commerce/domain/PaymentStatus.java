// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a payment. */
public enum PaymentStatus {
    /** The gateway was asked or is about to be; the outcome is not known yet. */
    PENDING,
    /** The money was taken. */
    CAPTURED,
    /** The gateway took no money; a second attempt of the buyer may still succeed. */
    DECLINED,
    /** The money is being returned. */
    REFUNDING,
    /** The money was returned. */
    REFUNDED;

    /** Transitions between the states. */
    public static final Lifecycle<PaymentStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, CAPTURED, "gateway approves")
            .may(PENDING, DECLINED, "gateway declines or never received it")
            .may(PENDING, REFUNDED, "gateway has returned the money already")
            .may(DECLINED, CAPTURED, "second attempt approved")
            .may(DECLINED, REFUNDED, "second attempt approved and returned")
            .may(CAPTURED, REFUNDING, "refunded by an administrator")
            .may(CAPTURED, REFUNDED, "gateway returns the money")
            .may(REFUNDING, REFUNDED, "gateway confirms")
            .build();
}
