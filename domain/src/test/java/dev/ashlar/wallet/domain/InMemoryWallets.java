// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** {@link Wallets} for tests of one thread. */
public final class InMemoryWallets implements Wallets {
    private final Map<UserId, Wallet> wallets = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final InMemoryTokenHolds holds = new InMemoryTokenHolds(this);

    /** The holds on these wallets. */
    public InMemoryTokenHolds holds() {
        return holds;
    }

    @Override
    public boolean open(UserId owner, Instant at) {
        return wallets.putIfAbsent(owner, Wallet.empty(owner)) == null;
    }

    @Override
    public Optional<Wallet> find(UserId owner) {
        return Optional.ofNullable(wallets.get(owner));
    }

    @Override
    public Optional<LedgerEntry> post(Posting posting) {
        boolean covered = find(posting.userId())
                .filter(wallet -> wallet.available() + posting.movement().delta() >= 0)
                .isPresent();
        boolean isNew = findEntryByKey(posting.idempotencyKey()).isEmpty();
        return covered && isNew ? Optional.of(append(posting)) : Optional.empty();
    }

    @Override
    public List<LedgerEntry> postAll(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> findEntryByKey(posting.idempotencyKey()).isEmpty())
                .filter(posting -> posting.reversesId() == null
                        || findUndoing(posting.reversesId()).isEmpty())
                .collect(Collectors.groupingBy(Posting::userId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(this::areCovered)
                .flatMap(List::stream)
                .map(this::append)
                .toList();
    }

    private boolean areCovered(List<Posting> ofOneWallet) {
        long total = ofOneWallet.stream()
                .mapToLong(posting -> posting.movement().delta())
                .sum();
        return find(ofOneWallet.getFirst().userId())
                .filter(wallet -> wallet.available() + total >= 0)
                .isPresent();
    }

    @Override
    public Optional<LedgerEntry> postCapture(TokenHold hold, Posting posting) {
        if (!holds.capture(hold.id(), posting)) {
            return Optional.empty();
        }
        change(hold.userId(), wallet -> WalletSpecification.holding(wallet, -hold.amount()));
        return Optional.of(append(posting));
    }

    @Override
    public Optional<LedgerEntry> postAtOnce(TokenHold hold, Posting posting) {
        if (holds.isTaken(hold.reference())) {
            return Optional.empty();
        }
        var entry = post(posting);
        entry.ifPresent(spent -> holds.addCaptured(hold, spent.id()));
        return entry;
    }

    @Override
    public Optional<LedgerEntry> findEntry(LedgerEntryId id) {
        return findEntry(entry -> entry.id().equals(id));
    }

    @Override
    public List<LedgerEntry> findEntriesByKeys(List<String> idempotencyKeys) {
        return entries.stream()
                .filter(entry -> idempotencyKeys.contains(entry.idempotencyKey()))
                .toList();
    }

    @Override
    public Optional<LedgerEntry> findUndoing(LedgerEntryId undone) {
        return findEntry(entry -> undone.equals(entry.reversesId()));
    }

    @Override
    public List<UserId> lock(List<UserId> owners) {
        return owners.stream()
                .filter(wallets::containsKey)
                .distinct()
                .sorted(Comparator.comparing(owner -> owner.value().toString()))
                .toList();
    }

    void change(UserId owner, UnaryOperator<Wallet> change) {
        wallets.computeIfPresent(owner, (key, wallet) -> change.apply(wallet));
    }

    private Optional<LedgerEntry> findEntry(Predicate<LedgerEntry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }

    private LedgerEntry append(Posting posting) {
        var undone = posting.reversesId();
        if (undone != null && findUndoing(undone).isPresent()) {
            throw new IllegalStateException("An entry is undone once.");
        }
        var wallet = find(posting.userId()).orElseThrow();
        var entry = dated(WalletSpecification.entryFor(wallet, posting));
        entries.add(entry);
        change(entry.userId(), before -> WalletSpecification.after(before, entry));
        return entry;
    }

    private LedgerEntry dated(LedgerEntry entry) {
        var previous = findEntry(earlier ->
                earlier.userId().equals(entry.userId()) && earlier.seq() == entry.seq() - 1 && isLater(earlier, entry));
        return previous.isEmpty()
                ? entry
                : new LedgerEntry(
                        entry.id(),
                        entry.userId(),
                        entry.seq(),
                        entry.movement(),
                        entry.balanceBefore(),
                        entry.balanceAfter(),
                        entry.reversesId(),
                        previous.get().createdAt());
    }

    private static boolean isLater(LedgerEntry one, LedgerEntry other) {
        return one.createdAt().isAfter(other.createdAt());
    }
}
