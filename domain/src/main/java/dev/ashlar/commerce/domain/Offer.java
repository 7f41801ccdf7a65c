// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Description and price of a product.
 *
 * @param sku business key; unique
 * @param tokenAmount tokens in one token pack; null for goods
 */
public record Offer(
        String sku, String name, ProductKind kind, @Nullable Long tokenAmount, Money price) {
    /** Maximum length of an SKU. */
    public static final int MAX_SKU = 40;
    /** Maximum length of a name. */
    public static final int MAX_NAME = 200;
    /** Maximum number of tokens in one pack. */
    public static final long MAX_TOKENS = 1_000_000;

    public Offer {
        sku = Fields.name("/sku", sku, MAX_SKU);
        name = Fields.name("/name", name, MAX_NAME);
        Fields.require(
                (kind == ProductKind.TOKEN_PACK) == (tokenAmount != null),
                "/tokenAmount",
                "must be present for a token pack and absent for goods");
        if (tokenAmount != null) {
            Fields.within("/tokenAmount", tokenAmount, 1, MAX_TOKENS);
        }
        Fields.require(price.signum() > 0, "/price", "must be positive");
    }

    /** Returns this offer under another name and at another price. */
    Offer with(String nextName, Money nextPrice) {
        return new Offer(sku, nextName, kind, tokenAmount, nextPrice);
    }
}
