package dev.ashlar.wallet.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.HoldRefund;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.HoldStatus;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.TokenHold;
import dev.ashlar.wallet.domain.TokenHolds;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What {@link Bookkeeper} does, for many wallets at once: holds are locked first, then wallets in the order of their owners,
 * and then each kind of change is one statement, however many rows it has. Runs in the transactions of the services.
 */
@Component
class BatchBookkeeper {
    private final Wallets wallets;
    private final TokenHolds holds;
    private final Bookkeeper bookkeeper;
    private final IdSource ids;

    BatchBookkeeper(Wallets wallets, TokenHolds holds, Bookkeeper bookkeeper, IdSource ids) {
        this.wallets = wallets;
        this.holds = holds;
        this.bookkeeper = bookkeeper;
        this.ids = ids;
    }

    /** Gives back what is held; returns the references of which nothing is held or spent then. */
    Set<HoldReference> release(Collection<HoldReference> references, Instant now) {
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

    /** Gives back what capturing took; returns the references whose refund is posted then. */
    Set<HoldReference> refund(List<HoldRefund> refunds, Instant now) {
        if (refunds.isEmpty()) {
            return Set.of();
        }
        var captured = holds.lockAll(refunds.stream().map(HoldRefund::reference).toList()).stream()
                .filter(hold -> hold.status() == HoldStatus.CAPTURED)
                .collect(Collectors.toMap(TokenHold::reference, Function.identity()));
        var postings = refunds.stream()
                .flatMap(refund ->
                        Optional.ofNullable(captured.get(refund.reference()))
                                .map(hold -> refundOf(hold, refund, now))
                                .stream())
                .toList();
        var posted = post(postings);
        return refunds.stream()
                .filter(refund -> posted.contains(refund.idempotencyKey()))
                .map(HoldRefund::reference)
                .collect(Collectors.toSet());
    }

    /** Posts and announces what is not posted yet; returns the keys that are posted then. */
    Set<String> post(List<Posting> postings) {
        if (postings.isEmpty()) {
            return Set.of();
        }
        wallets.lock(postings.stream().map(Posting::userId).distinct().toList());
        var posted = wallets.postAll(postings);
        posted.forEach(bookkeeper::announce);
        var keys = posted.stream().map(LedgerEntry::idempotencyKey).collect(Collectors.toCollection(HashSet::new));
        var others = postings.stream()
                .filter(posting -> !keys.contains(posting.idempotencyKey()))
                .toList();
        keys.addAll(postedBefore(others));
        return keys;
    }

    private Set<String> postedBefore(List<Posting> postings) {
        if (postings.isEmpty()) {
            return Set.of();
        }
        var earlier = wallets
                .findEntriesByKeys(
                        postings.stream().map(Posting::idempotencyKey).toList())
                .stream()
                .collect(Collectors.toMap(LedgerEntry::idempotencyKey, Function.identity()));
        for (var posting : postings) {
            var entry = earlier.get(posting.idempotencyKey());
            if (entry != null) {
                posting.requireMade(entry);
            }
        }
        return earlier.keySet();
    }

    private Posting refundOf(TokenHold hold, HoldRefund refund, Instant now) {
        return hold.refund(new LedgerEntryId(ids.next()), refund.idempotencyKey(), refund.reason(), now);
    }
}
