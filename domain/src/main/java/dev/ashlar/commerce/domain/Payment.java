package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payment of an order.
 *
 * @param externalId key of the payment at the gateway; null until the gateway has answered
 * @param reason reason in the gateway's words; null unless the payment was declined
 */
public record Payment(
        PaymentId id,
        OrderId orderId,
        Money amount,
        Attempt attempt,
        PaymentStatus status,
        @Nullable String externalId,
        @Nullable String reason) {
    /** Maximum length of a source, an external id and a reason. */
    public static final int MAX_TEXT = 200;

    /** Creates a pending payment of the whole order. */
    public static Payment of(PaymentId id, Order order, Attempt attempt) {
        return new Payment(id, order.id(), order.total(), attempt, PaymentStatus.LIFECYCLE.start(), null, null);
    }

    /** Returns this payment after the gateway took the money. */
    public Payment captured(String gatewayId) {
        return to(PaymentStatus.CAPTURED, gatewayId, null);
    }

    /** Returns this payment after the gateway declined it. */
    public Payment declined(@Nullable String gatewayId, String why) {
        return to(PaymentStatus.DECLINED, gatewayId, why.length() <= MAX_TEXT ? why : why.substring(0, MAX_TEXT));
    }

    /** Returns this payment with its money due to the buyer. */
    public Payment refunding() {
        return to(PaymentStatus.REFUNDING, externalId, reason);
    }

    /** Returns this payment after the gateway returned the money. */
    public Payment refunded() {
        return to(PaymentStatus.REFUNDED, externalId, reason);
    }

    private Payment to(PaymentStatus next, @Nullable String gatewayId, @Nullable String why) {
        var allowed = PaymentStatus.LIFECYCLE.require(status, next, CommerceProblem.ILLEGAL_TRANSITION);
        return new Payment(id, orderId, amount, attempt, allowed, gatewayId, why);
    }

    /**
     * Attempt of a buyer to pay.
     *
     * @param provider name of the gateway
     * @param source reference that the gateway gave to the buyer's browser, never a card number
     * @param idempotencyKey key of the buyer's request; one charge for each key, however often it is sent
     */
    public record Attempt(String provider, String source, String idempotencyKey, Instant createdAt) {
        /** Refuses a request under the same key that names another source: a reuse of the key, not a retry. */
        public void requireSource(String wanted) {
            if (!source.equals(wanted)) {
                throw KernelProblem.IDEMPOTENCY_KEY_REUSED
                        .because("The key was used to pay from another source. Send a new key with a new request.")
                        .at("Idempotency-Key", "was already used for another request");
            }
        }
    }
}
