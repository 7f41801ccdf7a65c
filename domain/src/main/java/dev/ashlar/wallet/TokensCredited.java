// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;

/**
 * Event: a user received tokens.
 *
 * @param tokens at least 1
 * @param balance balance after the movement
 */
public record TokensCredited(LedgerEntryId entry, UserId owner, UsageType type, long tokens, long balance) {}
