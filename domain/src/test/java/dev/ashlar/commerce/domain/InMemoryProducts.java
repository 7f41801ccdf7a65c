// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@link Products} for tests of one thread. */
public final class InMemoryProducts implements Products {
    private final Map<ProductId, Product> products = new LinkedHashMap<>();
    private final Function<OrderId, List<OrderItem>> items;

    InMemoryProducts(Function<OrderId, List<OrderItem>> items) {
        this.items = items;
    }

    /** Returns all products, oldest first. */
    public Collection<Product> all() {
        return products.values();
    }

    @Override
    public void insert(Product product) {
        products.put(product.id(), product);
    }

    @Override
    public Optional<Product> find(ProductId id) {
        return Optional.ofNullable(products.get(id));
    }

    @Override
    public Optional<Product> findBySku(String sku) {
        return products.values().stream()
                .filter(product -> product.offer().sku().equals(sku))
                .findAny();
    }

    @Override
    public List<Product> lock(List<ProductId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing(product -> product.id().value().toString()))
                .toList();
    }

    @Override
    public boolean edit(Product edited, int expectedVersion, Instant at) {
        boolean unchanged = find(edited.id())
                .filter(product -> product.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            put(edited, edited.stock(), expectedVersion + 1);
        }
        return unchanged;
    }

    @Override
    public int reserve(OrderId order, Instant at) {
        var there = items.apply(order).stream()
                .filter(item -> product(item).available() >= item.quantity())
                .toList();
        there.forEach(item -> move(item, 0, item.quantity(), 0));
        return there.size();
    }

    @Override
    public void release(OrderId order, Instant at) {
        items.apply(order).forEach(item -> move(item, 0, -item.quantity(), 0));
    }

    @Override
    public void sell(OrderId order, Instant at) {
        items.apply(order).forEach(item -> move(item, -item.quantity(), -item.quantity(), 1));
    }

    private void move(OrderItem item, long stock, long reserved, int version) {
        var product = product(item);
        var before = product.stock();
        put(product, new Stock(before.onHand() + stock, before.reserved() + reserved), product.version() + version);
    }

    private Product product(OrderItem item) {
        return find(item.productId()).orElseThrow();
    }

    private void put(Product product, Stock stock, int version) {
        products.put(
                product.id(),
                new Product(product.id(), product.offer(), stock, product.active(), product.createdAt(), version));
    }
}
