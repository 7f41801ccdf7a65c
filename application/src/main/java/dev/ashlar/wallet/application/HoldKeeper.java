// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.domain.HoldStatus;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.TokenHold;
import dev.ashlar.wallet.domain.TokenHolds;
import dev.ashlar.wallet.domain.WalletProblem;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Places holds and ends them, in the transactions of the services. Methods for several holds lock the holds first, then the
 * wallets in the order of their owners.
 */
@Component
class HoldKeeper {
    private final Wallets wallets;
    private final TokenHolds holds;
    private final Bookkeeper bookkeeper;
    private final IdSource ids;

    HoldKeeper(Wallets wallets, TokenHolds holds, Bookkeeper bookkeeper, IdSource ids) {
        this.wallets = wallets;
        this.holds = holds;
        this.bookkeeper = bookkeeper;
        this.ids = ids;
    }

    /** Places a hold and returns its id, or that of the same hold placed before. */
    HoldId place(TokenHold hold, Instant now) {
        return holds.place(hold, now) ? hold.id() : placedBefore(hold, now);
    }

    /** Spends the tokens of a new hold at once. */
    LedgerEntryId spend(TokenHold hold, String reason, Instant now) {
        var entry = wallets.postAtOnce(hold, hold.capture(new LedgerEntryId(ids.next()), reason, now));
        return entry.isPresent() ? bookkeeper.publish(entry.get()).id() : spentBefore(hold, reason, now);
    }

    /** Spends the tokens that are held for a reference. */
    LedgerEntryId capture(HoldReference reference, String reason, Instant now) {
        var hold = find(reference);
        if (hold.ledgerEntryId() != null) {
            return hold.ledgerEntryId();
        }
        var posting = hold.capture(new LedgerEntryId(ids.next()), reason, now);
        var entry = wallets.postCapture(hold, posting);
        return entry.isPresent() ? bookkeeper.publish(entry.get()).id() : capturedBefore(find(reference), now);
    }

    void release(HoldReference reference, Instant now) {
        var hold = holds.lockAll(List.of(reference)).stream().findFirst().orElseThrow(() -> notFound(reference));
        if (hold.status() == HoldStatus.CAPTURED) {
            throw hold.ended(now);
        }
        holds.release(hold.id(), now);
    }

    /** Releases holds; returns the references whose tokens are released, now or earlier. */
    Set<HoldReference> releaseAll(Collection<HoldReference> references, Instant now) {
        if (references.isEmpty()) {
            return Set.of();
        }
        var found = holds.lockAll(List.copyOf(references));
        var held =
                found.stream().filter(hold -> hold.status() == HoldStatus.HELD).toList();
        if (!held.isEmpty()) {
            wallets.lock(held.stream().map(TokenHold::userId).toList());
            holds.releaseAll(held.stream().map(TokenHold::id).toList(), now);
        }
        return found.stream()
                .filter(hold -> hold.status() != HoldStatus.CAPTURED)
                .map(TokenHold::reference)
                .collect(Collectors.toSet());
    }

    /** Refunds captured holds; returns the references whose refund is posted, now or earlier. */
    Set<HoldReference> refundAll(List<HoldRefund> refunds, Instant now) {
        if (refunds.isEmpty()) {
            return Set.of();
        }
        var captured = holds.lockAll(refunds.stream().map(HoldRefund::reference).toList()).stream()
                .filter(hold -> hold.status() == HoldStatus.CAPTURED)
                .collect(Collectors.toMap(TokenHold::reference, Function.identity()));
        var posted = bookkeeper.postAll(refunds.stream()
                .flatMap(refund ->
                        Stream.ofNullable(captured.get(refund.reference())).map(hold -> posting(hold, refund, now)))
                .toList());
        return refunds.stream()
                .filter(refund -> posted.contains(refund.idempotencyKey()))
                .map(HoldRefund::reference)
                .collect(Collectors.toSet());
    }

    private Posting posting(TokenHold hold, HoldRefund refund, Instant now) {
        return hold.refund(new LedgerEntryId(ids.next()), refund.idempotencyKey(), refund.reason(), now);
    }

    private HoldId placedBefore(TokenHold wanted, Instant now) {
        var earlier = holds.find(wanted.reference());
        if (earlier.isPresent()) {
            var hold = earlier.get();
            switch (hold.statusAt(now)) {
                case HELD -> {
                    hold.requireSame(wanted);
                    return hold.id();
                }
                case CAPTURED -> throw hold.ended(now);
                // The job may not have run yet, and only it makes the reference free.
                case EXPIRED -> {
                    if (holds.release(hold.id(), now) && holds.place(wanted, now)) {
                        return wanted.id();
                    }
                }
                case RELEASED -> {}
            }
        }
        throw bookkeeper.uncovered(wanted.userId(), wanted.amount());
    }

    private LedgerEntryId spentBefore(TokenHold wanted, String reason, Instant now) {
        var earlier = holds.find(wanted.reference()).filter(TokenHold::isTaken);
        if (earlier.isEmpty()) {
            throw bookkeeper.uncovered(wanted.userId(), wanted.amount());
        }
        earlier.get().requireSame(wanted);
        return capture(wanted.reference(), reason, now);
    }

    /** Returns the entry of a concurrent capture, or refuses because the hold has ended otherwise. */
    private static LedgerEntryId capturedBefore(TokenHold hold, Instant now) {
        var entry = hold.ledgerEntryId();
        if (entry == null) {
            throw hold.ended(now);
        }
        return entry;
    }

    private TokenHold find(HoldReference reference) {
        return holds.find(reference).orElseThrow(() -> notFound(reference));
    }

    private static DomainException notFound(HoldReference reference) {
        return WalletProblem.HOLD_NOT_FOUND.because(
                "No tokens were ever held for " + reference.type() + " " + reference.id() + ". Place a hold first.");
    }
}
