package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says about a payment.
 *
 * @param externalId what it calls the payment; null if it does not know it
 * @param amount what it took or would have taken; null if it does not say
 * @param reason why it declined
 */
public record GatewayAnswer(
        Outcome outcome,
        @Nullable String externalId,
        @Nullable Money amount,
        @Nullable String reason) {

    /** It did not answer, or not in time. */
    public static GatewayAnswer none() {
        return new GatewayAnswer(Outcome.NO_ANSWER, null, null, null);
    }

    /** It has never heard of the payment. */
    public static GatewayAnswer unknown() {
        return new GatewayAnswer(Outcome.UNKNOWN, null, null, null);
    }

    /** What has become of a payment. */
    public enum Outcome {
        /** It is still being worked on. */
        PENDING,
        /** The money was taken. */
        CAPTURED,
        /** It was refused or cancelled. */
        DECLINED,
        /** The money was taken and given back. */
        REFUNDED,
        /** The gateway does not know the payment. */
        UNKNOWN,
        /** Nobody knows. */
        NO_ANSWER
    }
}
