package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about wallets. Lists come newest first. */
public interface WalletViews {
    Optional<WalletView> wallet(UserId owner);

    /** Entries before the position {@code beforeSeq}, at most {@code limit}. */
    List<UsageView> usages(UserId owner, UsageFilter filter, @Nullable Long beforeSeq, int limit);

    long countUsages(UserId owner, UsageFilter filter);

    /** Entries after the position {@code afterSeq} up to {@code lastSeq}, oldest first, at most {@code limit}. */
    List<UsageView> statement(UserId owner, long afterSeq, long lastSeq, int limit);

    /** Position of a wallet's last entry; 0 without one. */
    long lastSeq(UserId owner);

    /** The balance that the last entry up to that instant left; empty if there is none. */
    Optional<Long> balanceAt(UserId owner, Instant at);

    /**
     * Wallets whose balance, ledger and holds do not agree, by owner, at most {@code limit}. It reads the books afresh and
     * trusts no constraint.
     */
    List<DriftView> drifts(@Nullable UUID afterOwner, int limit);

    /**
     * A wallet.
     *
     * @param available what can be spent: balance less held
     */
    record WalletView(UserId userId, long balance, long held, long available) {}

    /** A ledger entry as its owner reads it. */
    record UsageView(
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

    /**
     * Which entries are wanted; null leaves a condition out.
     *
     * @param from first instant, included
     * @param until last instant, excluded
     */
    record UsageFilter(
            @Nullable UsageType usageType,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * A wallet that does not agree with its ledger or its holds.
     *
     * @param ledgerTotal sum of the entries, which the balance should be
     * @param holdsTotal sum of the open holds, which held should be
     * @param entries number of entries, which should be the position of the last one
     * @param lastSeq position of the last entry that is there
     * @param brokenEntries entries whose balances are not the sum of the entries so far
     */
    record DriftView(
            UserId userId,
            long balance,
            long ledgerTotal,
            long held,
            long holdsTotal,
            long entries,
            long lastSeq,
            long brokenEntries) {}
}
