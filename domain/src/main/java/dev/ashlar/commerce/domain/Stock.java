// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Fields;

/**
 * Pieces of a product.
 *
 * @param onHand number of pieces, reserved ones included
 * @param reserved number of pieces that are reserved for unpaid orders
 */
public record Stock(long onHand, long reserved) {
    /** Maximum number of pieces of one product. */
    public static final long MAX = 1_000_000_000;

    public Stock {
        Fields.within("/stock", onHand, 0, MAX);
        if (onHand < reserved) {
            throw CommerceProblem.STOCK_INSUFFICIENT
                    .because("Unpaid orders reserve " + reserved + " pieces. Set the stock to at least " + reserved
                            + ".")
                    .at("/stock", "must be at least " + reserved);
        }
    }

    /** Returns the number of pieces that are not reserved. */
    public long available() {
        return onHand - reserved;
    }
}
