package dev.ashlar.commerce.domain;

/** What is sold. */
public enum ProductKind {
    /** Something that is handed over outside of Ashlar. */
    GOODS,
    /** Tokens for the buyer's wallet. */
    TOKEN_PACK
}
