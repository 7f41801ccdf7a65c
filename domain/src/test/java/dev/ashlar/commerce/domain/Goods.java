// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.Payment.Attempt;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products, orders and payments for tests; valid unless a method says otherwise. */
public final class Goods {
    /** Time of the tests, with all the digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");
    /** Name of the gateway in tests. */
    public static final String PROVIDER = "test";

    private static final IdSource IDS = IdSource.timeOrdered();

    private Goods() {}

    /** Returns a new user. */
    public static UserId user() {
        return new UserId(IDS.next());
    }

    /** Returns an unused idempotency key. */
    public static String key() {
        return "key-" + IDS.next();
    }

    /** Returns a pack of 100 tokens for 25 euros. */
    public static Product tokenPack(long stock) {
        return product(ProductKind.TOKEN_PACK, 100L, "25.00", stock);
    }

    /** Returns a book for 12.50 euros. */
    public static Product book(long stock) {
        return product(ProductKind.GOODS, null, "12.50", stock);
    }

    private static Product product(ProductKind kind, @Nullable Long tokens, String price, long stock) {
        var id = new ProductId(IDS.next());
        var offer = new Offer("S" + id.value(), "A " + kind, kind, tokens, Money.of(price, "EUR"));
        return Product.of(id, offer, stock, NOW);
    }

    /** Returns a new user's order of one product. */
    public static NewOrder order(Product product, int quantity) {
        return order(user(), key(), List.of(product), quantity);
    }

    /** Returns an order of the same quantity of each product. */
    public static NewOrder order(UserId buyer, String key, List<Product> products, int quantity) {
        return order(buyer, key, products, quantity, NOW);
    }

    /** Returns an order placed at that time. */
    static NewOrder order(UserId buyer, String key, List<Product> products, int quantity, Instant at) {
        var wanted = products.stream()
                .map(product -> new Wanted(product.id(), quantity))
                .toList();
        return NewOrder.of(new OrderId(IDS.next()), Placement.of(buyer, key, at), wanted, products);
    }

    /** Returns a new payment of an order. */
    public static Payment payment(Order order) {
        return Payment.of(paymentId(), order, new Attempt(PROVIDER, "tok_approve", key(), NOW));
    }

    /** Returns an edit that withdraws a product from sale. */
    public static ProductEdit withdrawal() {
        return new ProductEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(false));
    }

    /** Returns the key of a new payment. */
    public static PaymentId paymentId() {
        return new PaymentId(IDS.next());
    }
}
