// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Percentiles;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums of calls.
 *
 * @param costUsd known costs of the calls, in US dollars
 * @param latencyMs response times of calls that did not fail; null if none was measured
 * @param ttftMs times to the first token of streams that did not fail; null if none was measured
 */
public record StatsFigures(
        @Flat CallTotals calls,
        TokenTotals tokens,
        BigDecimal costUsd,
        @Nullable Percentiles latencyMs,
        @Nullable Percentiles ttftMs) {

    /**
     * Numbers of calls.
     *
     * @param requests all calls, each attempt at a provider being one
     * @param unpriced calls without a known cost, failed ones included
     */
    public record CallTotals(long requests, long failures, long unpriced) {}

    /**
     * Numbers of tokens.
     *
     * @param promptTokens tokens of requests, cached ones included
     * @param completionTokens tokens of answers, those of reasoning included
     */
    public record TokenTotals(long promptTokens, long completionTokens, long cachedTokens, long reasoningTokens) {}
}
