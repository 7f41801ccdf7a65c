// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.PaymentEvents;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.PaymentsContract;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class PaymentMapperTest extends PaymentsContract {
    private final ProductMapper products;
    private final OrderMapper orders;
    private final PaymentMapper payments;
    private final PaymentEventMapper inbox;

    @Autowired
    PaymentMapperTest(ProductMapper products, OrderMapper orders, PaymentMapper payments, PaymentEventMapper inbox) {
        this.products = products;
        this.orders = orders;
        this.payments = payments;
        this.inbox = inbox;
    }

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected Orders orders() {
        return orders;
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected PaymentEvents inbox() {
        return inbox;
    }
}
