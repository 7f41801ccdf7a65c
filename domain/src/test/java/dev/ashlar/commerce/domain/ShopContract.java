// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;

/** Two products and an order of one of them, over the stores under test. */
abstract class ShopContract {
    protected final Product pack = Goods.tokenPack(10);
    protected final Product book = Goods.book(10);
    protected NewOrder placed = Goods.order(pack, 3);

    protected abstract Products products();

    protected abstract Orders orders();

    protected abstract Payments payments();

    @BeforeEach
    void openShop() {
        products().insert(pack);
        products().insert(book);
        place(placed);
    }

    protected void place(NewOrder order) {
        orders().insert(order);
        assertThat(products().reserve(order.order().id(), NOW))
                .isEqualTo(order.items().size());
    }

    /** Begins the payment of an order. */
    protected Payment begin(NewOrder order) {
        var payment = Goods.payment(order.order());
        payments().insert(payment);
        assertThat(orders().change(order.order().paying(payment.id(), NOW), order.order(), NOW))
                .isTrue();
        return payment;
    }

    protected void assertStock(Product product, long stock, long reserved) {
        var now = products().find(product.id()).orElseThrow();
        assertThat(now.stock()).isEqualTo(new Stock(stock, reserved));
    }
}
