// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;

/** Edit of a product by an administrator. SKU, kind and tokens never change: another pack is another product. */
public record ProductEdit(Change<String> name, Change<Money> price, Change<Long> stock, Change<Boolean> active) {}
