// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Money;

/**
 * Gateway that moves the money. Every call may be repeated: the gateway carries out one charge and one refund for each
 * payment. A slow, broken or unreachable gateway causes no exception but {@link GatewayAnswer.NoAnswer}; the outcome is then
 * unknown until {@link #find} returns it. Never called inside a transaction.
 */
public interface PaymentGateway {
    /** Returns the name of the gateway, which is also in the path of its webhooks. */
    String provider();

    /** Charges the amount to the source. */
    GatewayAnswer charge(PaymentId payment, Money amount, String source);

    /** Returns the state of a payment. */
    GatewayAnswer find(PaymentId payment);

    /** Ensures that a payment is never captured; a payment that was captured before stays captured. */
    GatewayAnswer cancel(PaymentId payment);

    /** Returns the money of a captured payment. */
    GatewayAnswer refund(PaymentId payment);
}
