// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Spelling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Payment of an order.
 *
 * @param externalId key of the payment at the gateway; null until the gateway has answered
 * @param reason reason of a decline in the gateway's words, or of a different amount; null otherwise
 * @param attention reason for which an administrator has to decide; null in the ordinary course
 */
public record Payment(
        PaymentId id,
        OrderId orderId,
        Money amount,
        Attempt attempt,
        PaymentStatus status,
        @Nullable String externalId,
        @Nullable String reason,
        @Nullable PaymentAttention attention) {
    /** Maximum length of a source, an external id and a reason. */
    public static final int MAX_TEXT = 200;

    /** Creates a pending payment of the whole order. */
    public static Payment of(PaymentId id, Order order, Attempt attempt) {
        return new Payment(id, order.id(), order.total(), attempt, PaymentStatus.LIFECYCLE.start(), null, null, null);
    }

    /** Returns true if the status may follow. A message about any other status is late and no news. */
    public boolean mayBecome(PaymentStatus next) {
        return PaymentStatus.LIFECYCLE.allows(status, next);
    }

    /** Returns this payment after the gateway took the money. */
    public Payment captured(String gatewayId) {
        return to(PaymentStatus.CAPTURED, gatewayId, null);
    }

    /** Returns this payment after the gateway took another amount than it was asked for. */
    public Payment captured(String gatewayId, Money other) {
        return to(PaymentStatus.CAPTURED, gatewayId, "The gateway captured " + other + " instead of " + amount)
                .needing(PaymentAttention.AMOUNT_DIFFERENT);
    }

    /** Returns this payment after the gateway declined it. */
    public Payment declined(@Nullable String gatewayId, String why) {
        return to(PaymentStatus.DECLINED, gatewayId, Spelling.cut(why, MAX_TEXT));
    }

    /** Returns this payment with its money due to the buyer. */
    public Payment refunding() {
        return to(PaymentStatus.REFUNDING, externalId, reason);
    }

    /** Returns this payment after the gateway returned the money; the key of the refund itself is not kept. */
    public Payment refunded(String gatewayId) {
        return to(PaymentStatus.REFUNDED, externalId == null ? gatewayId : externalId, reason);
    }

    /** Returns this payment with an attention case; null ends it. */
    public Payment needing(@Nullable PaymentAttention next) {
        return new Payment(id, orderId, amount, attempt, status, externalId, reason, next);
    }

    /** Refuses an action that cannot end the attention case of this payment. */
    public void requireAction(PaymentAction action) {
        if (attention == null || !attention.actions().contains(action)) {
            throw CommerceProblem.ACTION_UNAVAILABLE.because("Payment " + id.value()
                    + (attention == null ? " needs no decision" : " is in the case " + Labels.of(attention))
                    + ", so it cannot be ended by " + Labels.of(action) + ". Read the attention cases again.");
        }
    }

    private Payment to(PaymentStatus next, @Nullable String gatewayId, @Nullable String why) {
        var allowed = PaymentStatus.LIFECYCLE.require(
                status, next, CommerceProblem.ILLEGAL_TRANSITION, "Payment " + id.value());
        return new Payment(id, orderId, amount, attempt, allowed, gatewayId, why, null);
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
