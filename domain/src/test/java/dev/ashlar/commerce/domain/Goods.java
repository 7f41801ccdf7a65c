package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of commerce are about: products, orders and payments that are valid unless they say otherwise. */
public final class Goods {
    /** When tests take place; it has all the digits that PostgreSQL keeps. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");
    /** The gateway of the tests. */
    public static final String PROVIDER = "test";

    private static final IdSource IDS = IdSource.timeOrdered();

    private Goods() {}

    public static UserId somebody() {
        return new UserId(IDS.next());
    }

    /** A key that nobody has used. */
    public static String key() {
        return "key-" + IDS.next();
    }

    /** A pack of 100 tokens for 25 euros. */
    public static Product tokenPack(long stock) {
        return product(ProductKind.TOKEN_PACK, 100L, "25.00", stock);
    }

    /** A book for 12.50 euros. */
    public static Product book(long stock) {
        return product(ProductKind.GOODS, null, "12.50", stock);
    }

    private static Product product(ProductKind kind, @Nullable Long tokens, String price, long stock) {
        var id = new ProductId(IDS.next());
        var sku = "S" + id.value();
        return Product.of(id, sku, "A " + kind, kind, tokens, Money.of(price, "EUR"), stock, NOW);
    }

    public static NewOrder order(Product product, int quantity) {
        return order(somebody(), key(), List.of(product), quantity);
    }

    /** An order of that many of each product. */
    public static NewOrder order(UserId buyer, String key, List<Product> products, int quantity) {
        var wanted = products.stream()
                .map(product -> new Wanted(product.id(), quantity))
                .toList();
        return NewOrder.of(new OrderId(IDS.next()), buyer, wanted, products, key, NOW);
    }

    public static Payment payment(Order order) {
        return Payment.of(paymentId(), order, PROVIDER, "tok_approve", key(), NOW);
    }

    public static PaymentId paymentId() {
        return new PaymentId(IDS.next());
    }
}
