package dev.ashlar.commerce.domain;

/**
 * Order whose payment was captured: the only one that can be refunded.
 *
 * @param paymentId payment that was captured
 */
public record PaidOrder(Order order, PaymentId paymentId) {
    /** Maximum length of the reason of a refund. */
    public static final int MAX_REASON = 500;

    /** Returns the order, refunded. */
    public Order refunded() {
        return order.to(OrderStatus.REFUNDED);
    }
}
