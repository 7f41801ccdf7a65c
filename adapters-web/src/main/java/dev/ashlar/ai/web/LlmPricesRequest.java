// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.UsageType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a language model.
 *
 * @param validFrom time of the first calls that have these prices; now if absent
 */
record LlmPricesRequest(
        @NotNull @Valid UsdPerMillion usdPerMillion,

        @Nullable Instant validFrom) {
    ModelPrices prices() {
        return usdPerMillion.prices();
    }

    /**
     * US dollars for a million tokens, by kind of tokens, with at most six decimals.
     *
     * @param prompt tokens of the request
     * @param cachedPrompt tokens of the request that the provider had cached; as those of the prompt if absent
     * @param completion tokens of the answer
     * @param reasoning tokens of the answer spent on reasoning; as those of the completion if absent
     */
    record UsdPerMillion(
            @NotNull @Schema(example = "0.15") BigDecimal prompt,

            @Schema(example = "0.075") @Nullable BigDecimal cachedPrompt,

            @NotNull @Schema(example = "0.60") BigDecimal completion,

            @Schema(example = "0.60") @Nullable BigDecimal reasoning) {
        ModelPrices prices() {
            Map<UsageType, BigDecimal> perMillion = new EnumMap<>(UsageType.class);
            perMillion.put(UsageType.PROMPT, prompt);
            perMillion.put(UsageType.COMPLETION, completion);
            if (cachedPrompt != null) {
                perMillion.put(UsageType.CACHED_PROMPT, cachedPrompt);
            }
            if (reasoning != null) {
                perMillion.put(UsageType.REASONING, reasoning);
            }
            return new ModelPrices(perMillion);
        }
    }
}
