package dev.ashlar.ai.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

/**
 * Prices of a model at one time, in US dollars per million tokens.
 *
 * @param perMillion price by kind of tokens; those of prompt and completion are always there
 */
public record ModelPrices(Map<UsageType, BigDecimal> perMillion) {
    /** Decimals of a cost in US dollars. */
    public static final int DECIMALS = 8;

    private static final int MILLION = 6;

    public ModelPrices {
        Objects.requireNonNull(perMillion.get(UsageType.PROMPT), "price of the prompt");
        Objects.requireNonNull(perMillion.get(UsageType.COMPLETION), "price of the completion");
        perMillion = Map.copyOf(perMillion);
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
}
