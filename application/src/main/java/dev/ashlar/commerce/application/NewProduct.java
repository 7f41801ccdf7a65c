// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.Offer;

/** Product to be put on sale. */
public record NewProduct(Offer offer, long stock) {}
