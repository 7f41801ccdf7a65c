// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.OrderItem;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Money;

/** Product of an order as it was when the order was placed. */
public record OrderItemView(ProductId productId, int quantity, Money unitPrice, long unitTokens) {
    static OrderItemView of(OrderItem item) {
        return new OrderItemView(item.productId(), item.quantity(), item.unitPrice(), item.unitTokens());
    }
}
