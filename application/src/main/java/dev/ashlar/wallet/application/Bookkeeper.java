package dev.ashlar.wallet.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.BalanceLow;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.Wallet;
import dev.ashlar.wallet.domain.WalletProblem;
import dev.ashlar.wallet.domain.Wallets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one way into the ledger for the services of this package; runs in their transactions. */
@Component
class Bookkeeper {
    private final Wallets wallets;
    private final ApplicationEventPublisher events;

    Bookkeeper(Wallets wallets, ApplicationEventPublisher events) {
        this.wallets = wallets;
        this.events = events;
    }

    /** Posts, announces and returns the entry; a posting that was made before returns the entry it made. */
    LedgerEntry post(Posting posting) {
        var entry = wallets.post(posting);
        return entry.isPresent() ? announce(entry.get()) : postedBefore(posting);
    }

    /** Publishes what an entry means to others. */
    LedgerEntry announce(LedgerEntry entry) {
        long balance = entry.balanceAfter();
        if (entry.delta() > 0) {
            events.publishEvent(
                    new TokensCredited(entry.id(), entry.userId(), entry.usageType(), entry.delta(), balance));
            return entry;
        }
        events.publishEvent(new TokensSpent(entry.id(), entry.userId(), entry.usageType(), -entry.delta(), balance));
        if (balance < BalanceLow.THRESHOLD && entry.balanceBefore() >= BalanceLow.THRESHOLD) {
            events.publishEvent(new BalanceLow(entry.userId(), balance));
        }
        return entry;
    }

    Wallet wallet(UserId owner) {
        return wallets.find(owner).orElseThrow(() -> noWallet(owner));
    }

    LedgerEntry entry(LedgerEntryId id) {
        return wallets.findEntry(id)
                .orElseThrow(() -> WalletProblem.ENTRY_NOT_FOUND.because("No entry has the id " + id.value() + "."));
    }

    /** Passes if no refund or reversal has undone the entry, but for one under the key {@code except}. */
    void requireNotUndone(LedgerEntryId id, @Nullable String except) {
        var undoing = wallets.findUndoing(id);
        if (undoing.isPresent() && !undoing.get().idempotencyKey().equals(except)) {
            throw undoneBefore();
        }
    }

    static DomainException undoneBefore() {
        return WalletProblem.ALREADY_REVERSED.because("Nothing is left of the entry to undo.");
    }

    /** The store took nothing: either the deed is done already, or it cannot be. */
    private LedgerEntry postedBefore(Posting posting) {
        var earlier = wallets.findEntryByKey(posting.idempotencyKey());
        if (earlier.isEmpty()) {
            throw uncovered(posting.userId(), -posting.delta());
        }
        posting.requireMade(earlier.get());
        return earlier.get();
    }

    /** Why these tokens could not be taken. */
    DomainException uncovered(UserId owner, long tokens) {
        wallet(owner).requireAvailable(tokens);
        return WalletProblem.INSUFFICIENT_TOKENS.because("The tokens were spent elsewhere at this moment.");
    }

    private static DomainException noWallet(UserId owner) {
        return WalletProblem.NOT_FOUND.because("No wallet belongs to the user " + owner.value() + ".");
    }
}
