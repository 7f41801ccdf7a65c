// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** Kinds of tokens that have a price. Each token of a call is of exactly one kind. */
public enum UsageType {
    /** Tokens of the request that the provider had not cached. */
    PROMPT,
    /** Tokens of the request that the provider had cached; without a separate price they cost as {@link #PROMPT}. */
    CACHED_PROMPT,
    /** Tokens of the answer that the client sees. */
    COMPLETION,
    /** Tokens of the answer spent on reasoning; without a separate price they cost as {@link #COMPLETION}. */
    REASONING
}
