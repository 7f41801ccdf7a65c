// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Flat;

/**
 * Product as it is read.
 *
 * @param stock number of pieces in stock, reserved ones included
 * @param available number of pieces that can be ordered
 */
public record ProductView(ProductId id, @Flat Offer offer, long stock, long available, boolean active, int version) {
    /** Creates the view of a product that was just stored; saves reading it back. */
    static ProductView of(Product product, int version) {
        return new ProductView(
                product.id(),
                product.offer(),
                product.stock().onHand(),
                product.available(),
                product.active(),
                version);
    }
}
