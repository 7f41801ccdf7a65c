package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/**
 * Tokens came to a person.
 *
 * @param tokens how many, at least 1
 * @param balance what there is now
 */
public record TokensCredited(LedgerEntryId entry, UserId owner, UsageType type, long tokens, long balance) {}
