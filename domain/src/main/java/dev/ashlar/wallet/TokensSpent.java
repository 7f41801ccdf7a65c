// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/**
 * Event: tokens were taken from a user.
 *
 * @param tokens at least 1
 * @param balance balance after the movement
 */
public record TokensSpent(LedgerEntryId entry, UserId owner, UsageType type, long tokens, long balance) {}
