// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CallEstimateTest {
    private static final int CONTEXT = 128_000;
    private static final int OUTPUT = 16_000;
    private static final ModelPrices PRICES = new ModelPrices(Map.of(
            UsageType.PROMPT, new BigDecimal("2"),
            UsageType.COMPLETION, new BigDecimal("10"),
            UsageType.REASONING, new BigDecimal("12")));

    @Test
    void takesEachByteForATokenAndTheDearestPrice() {
        assertCost("0.0022", new CallEstimate(500, 0, 1, 100L));
    }

    @Test
    void takesTheLimitOfTheModelForARequestWithoutOne() {
        assertCost("0.193", new CallEstimate(500, 0, 1, null));
    }

    @Test
    void multipliesTheAnswersByTheirNumber() {
        assertCost("0.0046", new CallEstimate(500, 0, 3, 100L));
    }

    @Test
    void neverExceedsTheContext() {
        assertCost("0.2572", new CallEstimate(8_000_000, 0, 1, 100L));
    }

    @Test
    void addsAnAllowanceForEachImage() {
        assertCost("0.2022", new CallEstimate(500, 2, 1, 100L));
    }

    @Test
    void roundsUp() {
        var cheap = new ModelPrices(
                Map.of(UsageType.PROMPT, new BigDecimal("0.000001"), UsageType.COMPLETION, BigDecimal.ZERO));
        assertThat(new CallEstimate(1, 0, 1, 1L).greatestCost(cheap, CONTEXT, OUTPUT))
                .isEqualTo("0.00000001");
    }

    @Property(tries = 500)
    void coversEveryUsageOfTheCall(
            @ForAll @LongRange(min = 1, max = 100_000) long prompt,
            @ForAll @LongRange(max = 16_000) long completion,
            @ForAll @IntRange(max = 100) int cachedPercent,
            @ForAll @IntRange(max = 100) int reasoningPercent) {
        var usage = TokenUsage.reported(
                prompt, completion, prompt * cachedPercent / 100, completion * reasoningPercent / 100);
        assertThat(new CallEstimate(prompt, 0, 1, Math.max(1, completion)).greatestCost(PRICES, CONTEXT, OUTPUT))
                .isGreaterThanOrEqualTo(PRICES.costOf(usage));
    }

    private static void assertCost(String usd, CallEstimate estimate) {
        assertThat(estimate.greatestCost(PRICES, CONTEXT, OUTPUT)).isEqualByComparingTo(usd);
    }
}
