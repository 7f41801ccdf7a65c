// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Products with their stock. Implementations decide every race in the store: of two orders for the last piece, one wins. */
public interface Products {
    /** Stores a new product; a taken SKU violates a unique constraint. */
    void insert(Product product);

    /** Finds a product by its key. */
    Optional<Product> find(ProductId id);

    /** Finds a product by its SKU. */
    Optional<Product> findBySku(String sku);

    /** Returns those of the products that exist, sorted by id, and locks them in that order until the transaction ends. */
    List<Product> lock(List<ProductId> ids);

    /** Stores an edited product if it still has the expected version; returns false otherwise. */
    boolean edit(Product edited, int expectedVersion, Instant at);

    /** Reserves the items of an order that are available; returns the number of items that were reserved. */
    int reserve(OrderId order, Instant at);

    /** Releases the reserved items of an order. */
    void release(OrderId order, Instant at);

    /** Removes the reserved items of an order from the stock. */
    void sell(OrderId order, Instant at);
}
