// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In-memory {@link TokenHolds} for tests of one thread. */
public final class InMemoryTokenHolds implements TokenHolds {
    private final Map<HoldId, TokenHold> holds = new LinkedHashMap<>();
    private final InMemoryWallets wallets;

    InMemoryTokenHolds(InMemoryWallets wallets) {
        this.wallets = wallets;
    }

    @Override
    public boolean place(TokenHold hold, Instant at) {
        boolean covered = wallets.find(hold.userId())
                .filter(wallet -> wallet.available() >= hold.amount())
                .isPresent();
        if (!covered || isTaken(hold.reference())) {
            return false;
        }
        wallets.change(hold.userId(), wallet -> WalletSpecification.holding(wallet, hold.amount()));
        holds.put(hold.id(), hold);
        return true;
    }

    @Override
    public Optional<TokenHold> find(HoldReference reference) {
        return holds.values().stream()
                .filter(hold -> hold.reference().equals(reference))
                .max(Comparator.<TokenHold, Boolean>comparing(TokenHold::isTaken)
                        .thenComparing(hold -> hold.id().value().toString()));
    }

    @Override
    public List<TokenHold> lockAll(List<HoldReference> references) {
        return references.stream()
                .distinct()
                .sorted(Comparator.comparing(HoldReference::type)
                        .thenComparing(reference -> reference.id().toString()))
                .flatMap(reference -> find(reference).stream())
                .toList();
    }

    @Override
    public int releaseAll(List<HoldId> ids, Instant at) {
        return (int) ids.stream().filter(id -> released(id, at)).count();
    }

    @Override
    public int expireDue(Instant at, int limit) {
        var due = holds.values().stream()
                .filter(hold -> hold.status() == HoldStatus.HELD && hold.statusAt(at) == HoldStatus.EXPIRED)
                .sorted(Comparator.comparing(TokenHold::expiresAt))
                .limit(limit)
                .toList();
        due.forEach(hold -> endUnspent(hold, HoldStatus.EXPIRED));
        return due.size();
    }

    boolean isTaken(HoldReference reference) {
        return find(reference).filter(TokenHold::isTaken).isPresent();
    }

    void addCaptured(TokenHold hold, LedgerEntryId entry) {
        end(hold, HoldStatus.CAPTURED, entry);
    }

    boolean capture(HoldId id, Posting posting) {
        var hold = holds.get(id);
        if (hold == null || hold.statusAt(posting.at()) != HoldStatus.HELD) {
            return false;
        }
        end(hold, HoldStatus.CAPTURED, posting.id());
        return true;
    }

    private boolean released(HoldId id, Instant at) {
        var hold = holds.get(id);
        if (hold == null || hold.status() != HoldStatus.HELD) {
            return false;
        }
        endUnspent(hold, hold.statusAt(at) == HoldStatus.EXPIRED ? HoldStatus.EXPIRED : HoldStatus.RELEASED);
        return true;
    }

    private void endUnspent(TokenHold hold, HoldStatus status) {
        end(hold, status, null);
        wallets.change(hold.userId(), wallet -> WalletSpecification.holding(wallet, -hold.amount()));
    }

    private void end(TokenHold hold, HoldStatus status, @Nullable LedgerEntryId entry) {
        holds.put(
                hold.id(),
                new TokenHold(
                        hold.id(),
                        hold.userId(),
                        hold.amount(),
                        status,
                        hold.refType(),
                        hold.refId(),
                        hold.expiresAt(),
                        entry));
    }
}
