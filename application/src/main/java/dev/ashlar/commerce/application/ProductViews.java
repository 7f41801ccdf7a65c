// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of products. Lists are sorted newest first. */
public interface ProductViews {
    /** Finds a product by its key. */
    Optional<ProductView> product(ProductId id);

    /** Lists at most {@code limit} products before {@code beforeId}. */
    List<ProductView> products(ProductFilter filter, @Nullable UUID beforeId, int limit);

    /** Counts the products that meet the conditions. */
    long countProducts(ProductFilter filter);
}
