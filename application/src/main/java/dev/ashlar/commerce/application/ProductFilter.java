// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.ProductKind;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a list of products; null omits a condition.
 *
 * @param includesInactive true if products that are no longer sold are included
 */
public record ProductFilter(@Nullable ProductKind kind, boolean includesInactive) {}
