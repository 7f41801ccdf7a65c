package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An order that is being placed, with its items. */
public record NewOrder(Order order, List<OrderItem> items) {
    /** Most products in one order. */
    public static final int MAX_ITEMS = 20;

    public NewOrder {
        items = List.copyOf(items);
    }

    /**
     * Makes an order of what is wanted, at the prices of today.
     *
     * @param products those of the wanted products that are there
     */
    public static NewOrder of(
            OrderId id, UserId buyer, List<Wanted> wanted, List<Product> products, String key, Instant at) {
        Map<ProductId, Product> byId =
                products.stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
        for (int i = 0; i < wanted.size(); i++) {
            requireAvailable(wanted.get(i), byId, "/items/" + i);
        }
        var items = wanted.stream()
                .map(line -> OrderItem.of(id, Objects.requireNonNull(byId.get(line.productId())), line.quantity()))
                .toList();
        return new NewOrder(Order.of(id, buyer, total(items), key, at), items);
    }

    /** Passes if each product is wanted once. */
    public static void requireDistinct(List<Wanted> wanted) {
        var seen = new HashSet<ProductId>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!seen.add(wanted.get(i).productId())) {
                throw KernelProblem.INVALID_REQUEST
                        .because("Order each product in one line.")
                        .at("/items/" + i + "/productId", "must not appear twice");
            }
        }
    }

    /** Whether an order that was placed before holds just this; then it was a retry, else a misuse of the key. */
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
                    .because("One of the products is not sold.")
                    .at(pointer + "/productId", "is not a product that is sold");
        }
        if (product.available() < line.quantity()) {
            throw CommerceProblem.OUT_OF_STOCK
                    .because("There are not that many of " + product.name() + ".")
                    .at(pointer + "/quantity", "must be at most " + product.available());
        }
    }

    private static Money total(List<OrderItem> items) {
        var currency = items.getFirst().unitPrice().currency();
        var total = Money.zero(currency);
        for (var item : items) {
            if (!item.unitPrice().currency().equals(currency)) {
                throw CommerceProblem.MIXED_CURRENCIES.because("Place an order for each currency.");
            }
            total = total.plus(item.price());
        }
        return total;
    }

    /** So many of a product. */
    public record Wanted(ProductId productId, int quantity) {}
}
