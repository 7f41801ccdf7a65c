// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.math.BigDecimal;

/**
 * Price to store.
 *
 * @param usdPerMillion US dollars for a million tokens
 */
public record NewPrice(LlmPriceId id, UsageType usageType, BigDecimal usdPerMillion) {}
