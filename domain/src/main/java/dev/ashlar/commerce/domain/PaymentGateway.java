package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Money;

/**
 * Who moves the money. Each call may be repeated: the gateway carries out one charge and one refund for each payment. None
 * throws because the gateway is slow, broken or away; that is {@link GatewayAnswer.Outcome#NO_ANSWER}, after which nobody
 * knows what has happened until {@link #find} tells. Never called inside a transaction.
 */
public interface PaymentGateway {
    /** Its name, as in the path of its webhooks. */
    String provider();

    /** Takes the amount from the source. */
    GatewayAnswer charge(PaymentId payment, Money amount, String source);

    /** What has become of a payment. */
    GatewayAnswer find(PaymentId payment);

    /** Makes sure that a payment that was not captured never will be; what was captured stays so. */
    GatewayAnswer cancel(PaymentId payment);

    /** Gives back what a payment took. */
    GatewayAnswer refund(PaymentId payment);
}
