// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** New order with its items. */
public record NewOrder(Order order, List<OrderItem> items) {
    /** Maximum number of products in one order. */
    public static final int MAX_ITEMS = 20;

    /** Maximum number of pieces of all products in one order; more would let a few unpaid orders reserve whole stocks. */
    public static final int MAX_PIECES = 100;

    public NewOrder {
        items = List.copyOf(items);
    }

    /**
     * Creates an order of the wanted products at their current prices.
     *
     * @param products those of the wanted products that exist
     */
    public static NewOrder of(OrderId id, Placement placement, List<Wanted> wanted, List<Product> products) {
        Map<ProductId, Product> byId =
                products.stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
        for (int i = 0; i < wanted.size(); i++) {
            requireAvailable(wanted.get(i), byId, "/items/" + i);
        }
        var items = wanted.stream()
                .map(line -> OrderItem.of(id, Objects.requireNonNull(byId.get(line.productId())), line.quantity()))
                .toList();
        return new NewOrder(Order.of(id, placement, total(items)), items);
    }

    /** Refuses a list that names a product twice or has too many pieces. */
    public static void requireOrderable(List<Wanted> wanted) {
        int pieces = wanted.stream().mapToInt(Wanted::quantity).sum();
        Fields.require(pieces <= MAX_PIECES, "/items", "must have at most " + MAX_PIECES + " pieces in all");
        var seen = new HashSet<ProductId>();
        for (int i = 0; i < wanted.size(); i++) {
            Fields.require(seen.add(wanted.get(i).productId()), "/items/" + i + "/productId", "must not appear twice");
        }
    }

    /** Returns true if the items are exactly the wanted ones: a retry of the same request, not a reuse of its key. */
    public static boolean isSame(List<Wanted> wanted, List<OrderItem> items) {
        return items.stream()
                .map(item -> new Wanted(item.productId(), item.quantity()))
                .collect(Collectors.toSet())
                .equals(new HashSet<>(wanted));
    }

    private static void requireAvailable(Wanted line, Map<ProductId, Product> products, String pointer) {
        var product = products.get(line.productId());
        if (product == null || !product.active()) {
            throw CommerceProblem.PRODUCT_NOT_FOUND
                    .because("Product " + line.productId().value() + " is not for sale. Remove it from the order.")
                    .at(pointer + "/productId", "must be a product that is for sale");
        }
        if (product.available() < line.quantity()) {
            throw CommerceProblem.STOCK_INSUFFICIENT
                    .because("Only " + product.available() + " pieces of "
                            + product.offer().name() + " are available. Order at most that many.")
                    .at(pointer + "/quantity", "must be at most " + product.available());
        }
    }

    private static Money total(List<OrderItem> items) {
        var currency = items.getFirst().unitPrice().currency();
        var total = BigDecimal.ZERO;
        for (var item : items) {
            var other = item.unitPrice().currency();
            if (!other.equals(currency)) {
                throw CommerceProblem.CURRENCY_MISMATCH.because("The items are priced in " + currency + " and " + other
                        + ". Place one order for each currency.");
            }
            total = total.add(item.price());
        }
        Fields.require(total.compareTo(Money.MAX) <= 0, "/items", "must cost at most " + Money.MAX + " in all");
        return new Money(total, currency);
    }

    /** Wanted quantity of a product. */
    public record Wanted(ProductId productId, int quantity) {}
}
