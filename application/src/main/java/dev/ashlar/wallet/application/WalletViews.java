// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.AllotmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads wallets, ledgers and allotment requests as users see them. */
public interface WalletViews {
    Optional<WalletView> wallet(UserId owner);

    /** Returns entries before the position {@code beforeSeq}, newest first. */
    List<UsageView> usages(UserId owner, UsageFilter filter, @Nullable Long beforeSeq, int limit);

    long countUsages(UserId owner, UsageFilter filter);

    /** Returns entries after the position {@code afterSeq} up to {@code lastSeq}, oldest first. */
    List<UsageView> statement(UserId owner, long afterSeq, long lastSeq, int limit);

    /** Returns the position of the last entry of a wallet; 0 without one. */
    long lastSeq(UserId owner);

    /** Returns the balance after the last entry up to a time; empty if there is none. */
    Optional<Long> balanceAt(UserId owner, Instant at);

    /** Returns allotment requests before {@code beforeId}, newest first; null leaves a condition out. */
    List<AllotmentView> requests(
            @Nullable UserId userId, @Nullable AllotmentStatus status, @Nullable UUID beforeId, int limit);

    long countRequests(@Nullable UserId userId, @Nullable AllotmentStatus status);

    /** Returns holds before {@code beforeId}, newest first, ended ones included. */
    List<ExportedHold> holds(UserId owner, @Nullable UUID beforeId, int limit);

    /** Returns wallets whose balance, ledger and holds disagree, by owner; reads all entries and trusts no constraint. */
    List<DriftView> drifts(@Nullable UUID afterOwner, int limit);

    /** Counts the wallets that {@link #drifts} returns. */
    long countDrifts();

    /**
     * Conditions on entries; null leaves a condition out.
     *
     * @param from included
     * @param until excluded
     */
    record UsageFilter(
            @Nullable UsageType usageType,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
