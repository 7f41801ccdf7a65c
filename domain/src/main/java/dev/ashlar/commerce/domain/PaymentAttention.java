// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import java.util.List;

/** Reason for which an administrator has to decide about a payment. */
public enum PaymentAttention {
    /** The money was captured after the order had failed, and its items are no longer available. */
    ORDER_FAILED,
    /** The gateway captured another amount than the order's total. */
    AMOUNT_DIFFERENT,
    /** The gateway returned the money of a paid order whose tokens could not be reversed. */
    MONEY_RETURNED,
    /** The order has expired, and the gateway neither tells an outcome nor cancels the payment. */
    OUTCOME_MISSING,
    /** The gateway was asked to return the money and has not confirmed it. */
    REFUND_UNCONFIRMED;

    /** Returns the actions that may end the case. */
    public List<PaymentAction> actions() {
        return switch (this) {
            case ORDER_FAILED, AMOUNT_DIFFERENT, MONEY_RETURNED -> List.of(PaymentAction.ACCEPT, PaymentAction.REFUND);
            case OUTCOME_MISSING, REFUND_UNCONFIRMED -> List.of(PaymentAction.RETRY);
        };
    }
}
