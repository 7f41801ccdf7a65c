// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/**
 * Prices of a model at one time, in US dollars per million tokens.
 *
 * @param perMillion price by kind of tokens; those of prompt and completion are always there
 */
// waive typed-jsonb: not a document; a price for each kind of tokens, each stored as a row
public record ModelPrices(Map<UsageType, BigDecimal> perMillion) {
    /** Decimals of a cost in US dollars. */
    public static final int DECIMALS = 8;

    /** Decimals of a price. */
    public static final int PRICE_DECIMALS = 6;

    /** Highest price of a million tokens. */
    public static final BigDecimal MAX = new BigDecimal("1000000");

    private static final int MILLION = 6;

    public ModelPrices {
        Objects.requireNonNull(perMillion.get(UsageType.PROMPT), "price of the prompt");
        Objects.requireNonNull(perMillion.get(UsageType.COMPLETION), "price of the completion");
        perMillion = Map.copyOf(perMillion);
        perMillion.forEach(ModelPrices::requireValid);
    }

    /** Returns the cost of a call in US dollars, each token priced once, rounded half up once to eight decimals. */
    public BigDecimal costOf(TokenUsage usage) {
        var perMillionTokens = BigDecimal.ZERO;
        for (var type : UsageType.values()) {
            perMillionTokens = perMillionTokens.add(price(type).multiply(BigDecimal.valueOf(usage.tokens(type))));
        }
        return perMillionTokens.movePointLeft(MILLION).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Returns the price of a million tokens of one kind. */
    public BigDecimal price(UsageType type) {
        return switch (type) {
            case PROMPT, COMPLETION -> Objects.requireNonNull(perMillion.get(type));
            case CACHED_PROMPT -> perMillion.getOrDefault(type, price(UsageType.PROMPT));
            case REASONING -> perMillion.getOrDefault(type, price(UsageType.COMPLETION));
        };
    }

    private static void requireValid(UsageType type, BigDecimal price) {
        Fields.require(
                price.signum() >= 0
                        && price.compareTo(MAX) <= 0
                        && price.stripTrailingZeros().scale() <= PRICE_DECIMALS,
                "/usdPerMillion/" + (type == UsageType.CACHED_PROMPT ? "cachedPrompt" : Labels.of(type)),
                "must be from 0 to " + MAX + " with at most " + PRICE_DECIMALS + " decimals");
    }
}
