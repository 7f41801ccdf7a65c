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
