// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.commerce.domain.ProductsContract;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class ProductMapperTest extends ProductsContract {
    private final ProductMapper products;
    private final OrderMapper orders;
    private final PaymentMapper payments;

    @Autowired
    ProductMapperTest(ProductMapper products, OrderMapper orders, PaymentMapper payments) {
        this.products = products;
        this.orders = orders;
        this.payments = payments;
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
}
