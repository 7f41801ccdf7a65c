package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param tokenAmount tokens in one token pack; null for goods
 * @param stock how many there are, those promised to unpaid orders included
 * @param available how many can be ordered now
 */
public record ProductView(
        ProductId id,
        String sku,
        String name,
        ProductKind kind,
        @Nullable Long tokenAmount,
        Money price,
        long stock,
        long available,
        boolean active,
        int version) {
    /** What a product looks like once it is stored as it is here; saves reading it back. */
    static ProductView of(Product product, int version) {
        return new ProductView(
                product.id(),
                product.sku(),
                product.name(),
                product.kind(),
                product.tokenAmount(),
                product.price(),
                product.stock(),
                product.available(),
                product.active(),
                version);
    }
}
