// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;

/**
 * Tokens of a call.
 *
 * @param promptTokens tokens of the request, cached ones included
 * @param completionTokens tokens of the answer, those of reasoning included
 * @param cachedTokens tokens of the request that the provider had cached
 * @param reasoningTokens tokens of the answer spent on reasoning
 */
public record TokenUsage(
        long promptTokens, long completionTokens, long cachedTokens, long reasoningTokens, UsageSource usageSource) {
    /** Largest number of tokens of each kind in a call. */
    public static final long MAX = 1_000_000_000;

    private static final int BYTES_A_TOKEN = 4; // of English text, on average

    public TokenUsage {
        Fields.within("/usage/promptTokens", promptTokens, 0, MAX);
        Fields.within("/usage/completionTokens", completionTokens, 0, MAX);
        Fields.require(
                cachedTokens >= 0 && cachedTokens <= promptTokens,
                "/usage/cachedTokens",
                "must be from 0 to the prompt's tokens");
        Fields.require(
                reasoningTokens >= 0 && reasoningTokens <= completionTokens,
                "/usage/reasoningTokens",
                "must be from 0 to the completion's tokens");
    }

    /** Returns the usage that a provider reports. Numbers that contradict each other are brought into their bounds. */
    public static TokenUsage reported(long prompt, long completion, long cached, long reasoning) {
        long promptTokens = Math.clamp(prompt, 0, MAX);
        long completionTokens = Math.clamp(completion, 0, MAX);
        return new TokenUsage(
                promptTokens,
                completionTokens,
                Math.clamp(cached, 0, promptTokens),
                Math.clamp(reasoning, 0, completionTokens),
                UsageSource.PROVIDER);
    }

    /** Estimates the usage from the texts, by their bytes in UTF-8. */
    public static TokenUsage estimated(long promptBytes, long completionBytes) {
        return new TokenUsage(tokensIn(promptBytes), tokensIn(completionBytes), 0, 0, UsageSource.ESTIMATED);
    }

    private static long tokensIn(long bytes) {
        return Math.min(MAX, Math.ceilDiv(bytes, BYTES_A_TOKEN));
    }

    public long totalTokens() {
        return promptTokens + completionTokens;
    }

    /** Returns the tokens of one kind, each token being of exactly one. */
    public long tokens(UsageType type) {
        return switch (type) {
            case PROMPT -> promptTokens - cachedTokens;
            case CACHED_PROMPT -> cachedTokens;
            case COMPLETION -> completionTokens - reasoningTokens;
            case REASONING -> reasoningTokens;
        };
    }
}
