package dev.ashlar.wallet.application;

import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ledger entry as its owner reads it. */
public record UsageView(
        LedgerEntryId id,
        long seq,
        UsageType usageType,
        long delta,
        long tokensUsed,
        long balanceBefore,
        long balanceAfter,
        @Nullable UUID slotId,
        String reason,
        @Nullable LedgerEntryId reversesId,
        Instant createdAt) {}
