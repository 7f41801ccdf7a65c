// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Money;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Products to buy. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoProducts extends DemoSeed {
    private static final List<NewProduct> PRODUCTS = List.of(
            new NewProduct(
                    new Offer("tokens-100", "100 tokens", ProductKind.TOKEN_PACK, 100L, euros("25.00")), 100_000),
            new NewProduct(
                    new Offer("tokens-500", "500 tokens", ProductKind.TOKEN_PACK, 500L, euros("99.00")), 100_000),
            new NewProduct(
                    new Offer("field-book", "The mason's field book", ProductKind.GOODS, null, euros("19.90")), 12));

    private final DemoPeople people;
    private final ProductService products;

    DemoProducts(DemoPeople people, ProductService products) {
        super("demo products");
        this.people = people;
        this.products = products;
    }

    @Override
    public void run() {
        var admin = people.actor(DemoPerson.ADMIN);
        PRODUCTS.forEach(product -> products.ensure(admin, product));
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
