package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/**
 * Tokens went from a person.
 *
 * @param tokens how many, at least 1
 * @param balance what is left
 */
public record TokensSpent(LedgerEntryId entry, UserId owner, UsageType type, long tokens, long balance) {}
