package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about products. Lists come newest first. */
public interface ProductViews {
    Optional<ProductView> product(ProductId id);

    /** Products before {@code beforeId}, at most {@code limit}. */
    List<ProductView> products(ProductFilter filter, @Nullable UUID beforeId, int limit);

    long countProducts(ProductFilter filter);
}
