// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import java.time.Instant;

/**
 * Product for sale.
 *
 * @param active true if the product can be ordered
 * @param version number of edits and sales, that is of all changes to what an editor has read
 */
public record Product(ProductId id, Offer offer, Stock stock, boolean active, Instant createdAt, int version) {

    /** Creates a product that can be ordered. */
    public static Product of(ProductId id, Offer offer, long stock, Instant at) {
        return new Product(id, offer, new Stock(stock, 0), true, at, 0);
    }

    /** Returns this product after an edit. Orders keep the price at which they were placed. */
    public Product with(ProductEdit edit) {
        var edited =
                offer.with(changed("/name", edit.name(), offer.name()), changed("/price", edit.price(), offer.price()));
        var pieces = new Stock(changed("/stock", edit.stock(), stock.onHand()), stock.reserved());
        return new Product(id, edited, pieces, changed("/active", edit.active(), active), createdAt, version);
    }

    /** Returns the number of pieces that can be ordered. */
    public long available() {
        return active ? stock.available() : 0;
    }

    private static <T> T changed(String pointer, Change<T> change, T current) {
        var next = change.applyTo(current);
        if (next == null) {
            throw Fields.invalid(pointer, "must not be null");
        }
        return next;
    }
}
