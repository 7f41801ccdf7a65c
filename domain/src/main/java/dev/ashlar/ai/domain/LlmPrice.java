// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.InstantRange;
import java.math.BigDecimal;

/**
 * Price of one kind of tokens of a model.
 *
 * @param model name of the model
 * @param usdPerMillion US dollars for a million tokens
 * @param valid time in which calls have this price
 */
public record LlmPrice(String model, UsageType usageType, BigDecimal usdPerMillion, InstantRange valid) {}
