// SPDX-License-Identifier: Apache-2.0
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Posts movements to the ledger and publishes them, in the transactions of the services. */
@Component
class Bookkeeper {
    private final Wallets wallets;
    private final ApplicationEventPublisher events;

    Bookkeeper(Wallets wallets, ApplicationEventPublisher events) {
        this.wallets = wallets;
        this.events = events;
    }

    /** Posts and publishes a movement and returns its entry; returns the earlier entry if the posting is repeated. */
    LedgerEntry post(Posting posting) {
        var entry = wallets.post(posting);
        return entry.isPresent() ? publish(entry.get()) : postedBefore(posting);
    }

    /** Posts and publishes the movements that are possible; returns the keys that are posted, now or earlier. */
    Set<String> postAll(List<Posting> postings) {
        if (postings.isEmpty()) {
            return Set.of();
        }
        wallets.lock(postings.stream().map(Posting::userId).distinct().toList());
        var posted = byKey(wallets.postAll(postings));
        posted.values().forEach(this::publish);
        var others = postings.stream()
                .filter(posting -> !posted.containsKey(posting.idempotencyKey()))
                .toList();
        return Stream.concat(posted.keySet().stream(), postedBefore(others).stream())
                .collect(Collectors.toSet());
    }

    /** Publishes the events of an entry. */
    LedgerEntry publish(LedgerEntry entry) {
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
        return wallets.find(owner)
                .orElseThrow(() -> WalletProblem.WALLET_NOT_FOUND.because("User " + owner.value() + " has no wallet."));
    }

    LedgerEntry entry(LedgerEntryId id) {
        return wallets.findEntry(id)
                .orElseThrow(
                        () -> WalletProblem.ENTRY_NOT_FOUND.because("No ledger entry has the id " + id.value() + "."));
    }

    /** Refuses an entry that is undone, except by the refund or reversal under the key {@code except}. */
    void requireNotUndone(LedgerEntryId id, @Nullable String except) {
        var undoing = wallets.findUndoing(id);
        if (undoing.isPresent() && !undoing.get().idempotencyKey().equals(except)) {
            throw undone(id);
        }
    }

    static DomainException undone(LedgerEntryId id) {
        return WalletProblem.ENTRY_REVERSED.because(
                "Ledger entry " + id.value() + " was reversed or refunded before. Post an adjustment instead.");
    }

    /** Returns the refusal to take tokens that are not available. */
    DomainException uncovered(UserId owner, long tokens) {
        wallet(owner).requireAvailable(tokens);
        return WalletProblem.TOKENS_INSUFFICIENT.because(
                "The tokens were spent by another request at the same time. Try again.");
    }

    private LedgerEntry postedBefore(Posting posting) {
        var earlier = wallets.findEntryByKey(posting.idempotencyKey());
        if (earlier.isEmpty()) {
            throw uncovered(posting.userId(), -posting.movement().delta());
        }
        posting.requireMade(earlier.get());
        return earlier.get();
    }

    private Set<String> postedBefore(List<Posting> postings) {
        if (postings.isEmpty()) {
            return Set.of();
        }
        var earlier = byKey(wallets.findEntriesByKeys(
                postings.stream().map(Posting::idempotencyKey).toList()));
        for (var posting : postings) {
            var entry = earlier.get(posting.idempotencyKey());
            if (entry != null) {
                posting.requireMade(entry);
            }
        }
        return earlier.keySet();
    }

    private static Map<String, LedgerEntry> byKey(List<LedgerEntry> entries) {
        return entries.stream().collect(Collectors.toMap(LedgerEntry::idempotencyKey, Function.identity()));
    }
}
