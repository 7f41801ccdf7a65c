// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.Money;
import java.math.BigDecimal;

/**
 * Product of an order as it was when the order was placed.
 *
 * @param quantity number of pieces, at least 1
 * @param unitPrice price of one piece
 * @param unitTokens tokens in one piece, 0 for goods
 */
public record OrderItem(OrderId orderId, ProductId productId, int quantity, Money unitPrice, long unitTokens) {
    /** Creates an item at the current price of its product. */
    static OrderItem of(OrderId order, Product product, int quantity) {
        var offer = product.offer();
        var tokens = offer.tokenAmount();
        return new OrderItem(order, product.id(), quantity, offer.price(), tokens == null ? 0 : tokens);
    }

    /** Returns the price of all pieces, which may be more than {@link Money} takes. */
    public BigDecimal price() {
        return unitPrice.amount().multiply(BigDecimal.valueOf(quantity));
    }

    /** Returns the tokens in all pieces. */
    public long tokens() {
        return unitTokens * quantity;
    }
}
