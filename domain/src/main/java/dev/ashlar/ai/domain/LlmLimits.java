// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;

/**
 * Limits of a language model, in tokens.
 *
 * @param contextTokens largest number of tokens of a request and its answer together
 * @param maxOutputTokens largest number of tokens of an answer; at most the context
 */
public record LlmLimits(int contextTokens, int maxOutputTokens) {
    /** Largest number of tokens of a context. */
    public static final int MAX = 100_000_000;

    public LlmLimits {
        Fields.within("/contextTokens", contextTokens, 1, MAX);
        Fields.within("/maxOutputTokens", maxOutputTokens, 1, MAX);
        Fields.require(maxOutputTokens <= contextTokens, "/maxOutputTokens", "must not be more than the context");
    }
}
