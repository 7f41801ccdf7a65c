// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

class InMemoryPaymentsTest extends PaymentsContract {
    private final InMemoryShop shop = new InMemoryShop();

    @Override
    protected Products products() {
        return shop.products();
    }

    @Override
    protected Orders orders() {
        return shop;
    }

    @Override
    protected Payments payments() {
        return shop;
    }

    @Override
    protected PaymentEvents inbox() {
        return shop;
    }
}
