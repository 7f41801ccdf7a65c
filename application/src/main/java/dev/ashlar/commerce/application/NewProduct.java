package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What an administrator says of a product that is to be sold. */
public record NewProduct(
        String sku, String name, ProductKind kind, @Nullable Long tokenAmount, Money price, long stock) {}
