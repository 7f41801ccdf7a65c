package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
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
}
