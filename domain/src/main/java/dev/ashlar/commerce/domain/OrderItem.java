package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.Money;

/**
 * One product of an order, as it was when the order was placed.
 *
 * @param quantity how many, at least 1
 * @param unitPrice price of one
 * @param unitTokens tokens in one, 0 for goods
 */
public record OrderItem(OrderId orderId, ProductId productId, int quantity, Money unitPrice, long unitTokens) {
    /** Most pieces of one product in an order. */
    public static final int MAX_QUANTITY = 1000;

    /** So many of a product, at its price of today. */
    static OrderItem of(OrderId order, Product product, int quantity) {
        var tokens = product.tokenAmount();
        return new OrderItem(order, product.id(), quantity, product.price(), tokens == null ? 0 : tokens);
    }

    /** Price of all. */
    public Money price() {
        return unitPrice.times(quantity);
    }

    /** Tokens in all. */
    public long tokens() {
        return unitTokens * quantity;
    }
}
