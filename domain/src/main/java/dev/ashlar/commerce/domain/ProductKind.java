// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

/** Kind of a product. */
public enum ProductKind {
    /** Goods that are handed over outside of Ashlar. */
    GOODS,
    /** Tokens for the buyer's wallet. */
    TOKEN_PACK
}
