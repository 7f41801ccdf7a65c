package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.ProductKind;
import org.jspecify.annotations.Nullable;

/**
 * Which products are wanted; null leaves a condition out.
 *
 * @param inactiveToo whether those that are not sold any more are wanted too
 */
public record ProductFilter(@Nullable ProductKind kind, boolean inactiveToo) {}
