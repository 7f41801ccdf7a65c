package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All products with their stock. Implementations decide every race in the store: of two orders for the last piece one wins. */
public interface Products {
    /** Stores a new product; a taken sku breaks a unique constraint. */
    void insert(Product product);

    Optional<Product> find(ProductId id);

    /** Finds by sku. */
    Optional<Product> findBySku(String sku);

    /** Reads those of these products that are there, by id, and holds them in that order until the transaction ends. */
    List<Product> lock(List<ProductId> ids);

    /** Stores an edited product if it still has the version and enough stock for what is reserved. */
    boolean edit(Product edited, int expectedVersion, Instant at);

    /** Reserves what an order asks for, as far as it is there; returns for how many of its items. */
    int reserve(OrderId order, Instant at);

    /** Gives back what an order has reserved. */
    void release(OrderId order, Instant at);

    /** Hands out what an order has reserved. */
    void sell(OrderId order, Instant at);
}
