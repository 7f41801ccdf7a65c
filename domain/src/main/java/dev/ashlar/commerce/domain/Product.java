package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to sell.
 *
 * @param sku what the business calls it; unique
 * @param tokenAmount tokens in one token pack; null for goods
 * @param stock how many there are, those reserved included
 * @param reserved how many are promised to orders that are not paid yet
 * @param active whether it can be ordered
 * @param version counts edits and sales, all that changes what an editor has read
 */
public record Product(
        ProductId id,
        String sku,
        String name,
        ProductKind kind,
        @Nullable Long tokenAmount,
        Money price,
        long stock,
        long reserved,
        boolean active,
        Instant createdAt,
        int version) {
    /** Longest sku. */
    public static final int MAX_SKU = 40;
    /** Longest name. */
    public static final int MAX_NAME = 200;
    /** Most tokens in one pack. */
    public static final long MAX_TOKENS = 1_000_000;
    /** Most pieces of one product. */
    public static final long MAX_STOCK = 1_000_000_000;

    public Product {
        if ((kind == ProductKind.TOKEN_PACK) != (tokenAmount != null)) {
            throw KernelProblem.INVALID_REQUEST
                    .because("A token pack says how many tokens it has, and nothing else does.")
                    .at("/tokenAmount", "must be there for a token pack and for nothing else");
        }
        if (price.signum() <= 0) {
            throw KernelProblem.INVALID_REQUEST
                    .because("A product costs something.")
                    .at("/price", "must be positive");
        }
        if (stock < reserved) {
            throw CommerceProblem.OUT_OF_STOCK
                    .because(reserved + " are promised to orders that are not paid yet.")
                    .at("/stock", "must be at least " + reserved);
        }
    }

    /** A new product, ready to be ordered. */
    public static Product of(
            ProductId id,
            String sku,
            String name,
            ProductKind kind,
            @Nullable Long tokenAmount,
            Money price,
            long stock,
            Instant at) {
        return new Product(id, sku, name, kind, tokenAmount, price, stock, 0, true, at, 0);
    }

    /** This product after an edit. Orders keep the price they were placed at. */
    public Product with(ProductEdit edit) {
        return new Product(
                id,
                sku,
                edit.required("/name", edit.name(), name),
                kind,
                tokenAmount,
                edit.required("/price", edit.price(), price),
                edit.required("/stock", edit.stock(), stock),
                reserved,
                edit.required("/active", edit.active(), active),
                createdAt,
                version);
    }

    /** What can be ordered now. */
    public long available() {
        return active ? stock - reserved : 0;
    }
}
