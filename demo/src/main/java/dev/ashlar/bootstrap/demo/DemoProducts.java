package dev.ashlar.bootstrap.demo;

import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.ProductService;
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
            new NewProduct("tokens-100", "100 tokens", ProductKind.TOKEN_PACK, 100L, Money.of("25.00", "EUR"), 100_000),
            new NewProduct("tokens-500", "500 tokens", ProductKind.TOKEN_PACK, 500L, Money.of("99.00", "EUR"), 100_000),
            new NewProduct(
                    "field-book", "The mason's field book", ProductKind.GOODS, null, Money.of("19.90", "EUR"), 12));

    private final ProductService products;

    DemoProducts(ProductService products) {
        super("demo products");
        this.products = products;
    }

    @Override
    public void run() {
        PRODUCTS.forEach(products::ensure);
    }
}
