// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmPriceId;
import dev.ashlar.ai.domain.UsageType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Price of one kind of tokens of a model.
 *
 * @param usdPerMillion US dollars for a million tokens
 * @param validFrom time of the first calls that have this price
 * @param validUntil time of the first calls that no longer have it; null as long as it does not change
 */
public record LlmPriceView(
        LlmPriceId id,
        UsageType usageType,
        BigDecimal usdPerMillion,
        Instant validFrom,
        @Nullable Instant validUntil) {}
