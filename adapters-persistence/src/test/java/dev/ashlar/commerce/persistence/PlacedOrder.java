// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentService;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.wallet.TokenLedger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Order of one pack by a new buyer, before each test of its payment. */
abstract class PlacedOrder {
    final Actor buyer = TestShop.actor(Role.STUDENT);

    @Autowired
    OrderService orders;

    @Autowired
    PaymentService payments;

    @Autowired
    RefundService refunds;

    @Autowired
    MovableClock clock;

    @Autowired
    FreshDatabase.Switch database;

    @Autowired
    private ProductService products;

    @Autowired
    private TokenLedger ledger;

    TestShop shop;
    ProductId pack;
    OrderId order;

    @BeforeEach
    void placeOrder() {
        shop = new TestShop(products, orders, database);
        ledger.open(buyer.userId());
        pack = shop.pack(10);
        order = shop.order(buyer, pack);
    }

    Payment begin() {
        return payments.begin(buyer, order, "test", "tok", Goods.key());
    }
}
