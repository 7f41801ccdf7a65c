// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Size of a call before it is made. It bounds the cost of the call, which budgets hold until the call has ended.
 *
 * @param requestBytes bytes of the request in UTF-8 without its images. A token has at least one byte, and the markup around each message
 *     has more bytes than providers add tokens to the message.
 * @param choices number of answers that the request asks for
 * @param maxCompletionTokens most tokens of one answer; null if the request leaves them to the model
 */
public record CallEstimate(
        long requestBytes,
        int images,
        int choices,
        @Nullable Long maxCompletionTokens) {
    /** Most tokens that the models known to us take for one image of the largest size. */
    private static final long TOKENS_OF_AN_IMAGE = 50_000;

    /**
     * Returns the greatest possible cost in US dollars, rounded up.
     *
     * @param contextTokens most tokens of a request that the model reads
     * @param maxOutputTokens most tokens of one answer that the model writes
     */
    public BigDecimal greatestCost(ModelPrices prices, long contextTokens, long maxOutputTokens) {
        long prompt = Math.min(contextTokens, requestBytes + images * TOKENS_OF_AN_IMAGE);
        long completion =
                Math.multiplyExact(choices, maxCompletionTokens == null ? maxOutputTokens : maxCompletionTokens);
        return cost(prompt, prices, UsageType.PROMPT, UsageType.CACHED_PROMPT)
                .add(cost(completion, prices, UsageType.COMPLETION, UsageType.REASONING))
                .setScale(ModelPrices.DECIMALS, RoundingMode.CEILING);
    }

    private static BigDecimal cost(long tokens, ModelPrices prices, UsageType one, UsageType other) {
        return prices.price(one)
                .max(prices.price(other))
                .multiply(BigDecimal.valueOf(tokens))
                .movePointLeft(6);
    }
}
