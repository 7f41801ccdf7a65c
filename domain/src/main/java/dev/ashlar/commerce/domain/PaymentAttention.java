package dev.ashlar.commerce.domain;

import java.util.List;

/** Reason for which an administrator has to decide about a payment. */
public enum PaymentAttention {
    /** The money was captured after the order had failed, and its items are no longer available. */
    ORDER_FAILED(PaymentAction.ACCEPT, PaymentAction.REFUND),
    /** The gateway captured another amount than the order's total. */
    AMOUNT_DIFFERENT(PaymentAction.ACCEPT, PaymentAction.REFUND),
    /** The gateway returned the money of a paid order whose tokens could not be reversed. */
    MONEY_RETURNED(PaymentAction.ACCEPT, PaymentAction.REFUND),
    /** The order has expired, and the gateway neither tells an outcome nor cancels the payment. */
    OUTCOME_MISSING(PaymentAction.RETRY),
    /** The gateway was asked to return the money and has not confirmed it. */
    REFUND_UNCONFIRMED(PaymentAction.RETRY);

    private final List<PaymentAction> actions;

    PaymentAttention(PaymentAction... actions) {
        this.actions = List.of(actions);
    }

    /** Returns the actions that may end the case. */
    public List<PaymentAction> actions() {
        return actions;
    }
}
