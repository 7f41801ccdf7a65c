// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ledger entry as its owner reads it. */
public record UsageView(
        LedgerEntryId id,
        long seq,
        UsageType usageType,
        @Flat Tokens tokens,
        @Nullable UUID slotId,
        String reason,
        @Nullable LedgerEntryId reversesId,
        Instant createdAt) {
    /**
     * Tokens of an entry.
     *
     * @param delta tokens that came (positive) or went (negative)
     * @param tokensUsed delta without its sign
     */
    public record Tokens(long delta, long tokensUsed, long balanceBefore, long balanceAfter) {}
}
