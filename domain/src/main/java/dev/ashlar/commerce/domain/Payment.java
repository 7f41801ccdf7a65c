package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order.
 *
 * @param provider the gateway that is asked
 * @param externalId what the gateway calls it, once it has answered
 * @param source what is charged: a reference that the gateway gave to the buyer's browser, never a card number
 * @param idempotencyKey names the attempt; one charge, however often it is sent
 * @param reason why it was declined, in the gateway's words
 */
public record Payment(
        PaymentId id,
        OrderId orderId,
        String provider,
        @Nullable String externalId,
        String source,
        PaymentStatus status,
        Money amount,
        String idempotencyKey,
        @Nullable String reason,
        Instant createdAt) {
    /** Longest source, key of the gateway or reason. */
    public static final int MAX_TEXT = 200;

    /** A new attempt to pay all of an order. */
    public static Payment of(PaymentId id, Order order, String provider, String source, String key, Instant at) {
        return new Payment(
                id, order.id(), provider, null, source, PaymentStatus.LIFECYCLE.start(), order.total(), key, null, at);
    }

    /** This payment, with the money here. */
    public Payment captured(String gatewayId) {
        return to(PaymentStatus.CAPTURED, gatewayId, null);
    }

    /** This payment, with no money to come. */
    public Payment declined(@Nullable String gatewayId, String why) {
        return to(PaymentStatus.DECLINED, gatewayId, why.length() <= MAX_TEXT ? why : why.substring(0, MAX_TEXT));
    }

    /** This payment, with the money to go back. */
    public Payment refunding() {
        return to(PaymentStatus.REFUNDING, externalId, reason);
    }

    /** This payment, with the money back. */
    public Payment refunded() {
        return to(PaymentStatus.REFUNDED, externalId, reason);
    }

    /** Passes if asking for it again under its key was a retry, and no other request. */
    public void requireSame(String wantedSource) {
        if (!source.equals(wantedSource)) {
            throw KernelProblem.IDEMPOTENCY_KEY_REUSED
                    .because("Send a new Idempotency-Key with a new request.")
                    .at("Idempotency-Key", "was already used for another request");
        }
    }

    private Payment to(PaymentStatus next, @Nullable String gatewayId, @Nullable String why) {
        var allowed = PaymentStatus.LIFECYCLE.require(status, next, CommerceProblem.PAYMENT_STATE);
        return new Payment(id, orderId, provider, gatewayId, source, allowed, amount, idempotencyKey, why, createdAt);
    }
}
