// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.TokenHold;
import dev.ashlar.wallet.domain.TokenHolds;
import dev.ashlar.wallet.domain.WalletProblem;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** {@link TokenLedger} with the job that expires holds. */
@ApplicationService
public class LedgerService implements TokenLedger {
    private static final int EXPIRY_BATCH = 500;

    /** Lifetime of a hold that is captured by the statement that places it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Wallets wallets;
    private final TokenHolds holds;
    private final Bookkeeper bookkeeper;
    private final HoldKeeper holdKeeper;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    LedgerService(
            Wallets wallets,
            TokenHolds holds,
            Bookkeeper bookkeeper,
            HoldKeeper holdKeeper,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.wallets = wallets;
        this.holds = holds;
        this.bookkeeper = bookkeeper;
        this.holdKeeper = holdKeeper;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void open(UserId owner) {
        if (wallets.open(owner, clock.instant())) {
            events.publishEvent(new WalletOpened(owner));
        }
    }

    @Override
    @Transactional
    public HoldId hold(UserId owner, long tokens, HoldReference reference, Instant expiresAt) {
        return holdKeeper.place(newHold(owner, tokens, reference, expiresAt), clock.instant());
    }

    @Override
    @Transactional
    public LedgerEntryId spend(UserId owner, long tokens, HoldReference reference, String reason) {
        var now = clock.instant();
        return holdKeeper.spend(newHold(owner, tokens, reference, now.plus(MOMENT)), reason, now);
    }

    @Override
    @Transactional
    public LedgerEntryId capture(HoldReference reference, String reason) {
        return holdKeeper.capture(reference, reason, clock.instant());
    }

    @Override
    @Transactional
    public void release(HoldReference reference) {
        holdKeeper.release(reference, clock.instant());
    }

    @Override
    @Transactional
    public LedgerEntryId credit(UsageType type, TokenMovement movement) {
        return bookkeeper.post(posting(type, movement, 1)).id();
    }

    @Override
    @Transactional
    public Optional<LedgerEntryId> undo(String idempotencyKey, String reason) {
        return wallets.findEntryByKey(idempotencyKey).map(undone -> {
            var reversal = Posting.reversal(new LedgerEntryId(ids.next()), undone, reason, clock.instant());
            bookkeeper.requireNotUndone(undone.id(), reversal.idempotencyKey());
            return bookkeeper.post(reversal).id();
        });
    }

    @Override
    @Transactional
    public Set<HoldReference> releaseAll(Collection<HoldReference> references) {
        return holdKeeper.releaseAll(references, clock.instant());
    }

    @Override
    @Transactional
    public Set<HoldReference> refundAll(List<HoldRefund> refunds) {
        return holdKeeper.refundAll(refunds, clock.instant());
    }

    @Override
    @Transactional
    public void penalizeAll(List<TokenMovement> movements) {
        var posted = bookkeeper.postAll(postings(UsageType.PENALTY, movements, -1));
        if (posted.size() < movements.size()) {
            throw WalletProblem.TOKENS_INSUFFICIENT.because(
                    "A user has too few tokens for the penalty, so no tokens were taken.");
        }
    }

    @Override
    @Transactional
    public Set<String> creditAll(UsageType type, List<TokenMovement> movements) {
        return bookkeeper.postAll(postings(type, movements, 1));
    }

    /** Expires up to one batch of holds; returns their number. */
    @Job(name = "wallet.expire-holds", every = "1m")
    @Transactional
    public int expireHolds() {
        return holds.expireDue(clock.instant(), EXPIRY_BATCH);
    }

    private TokenHold newHold(UserId owner, long tokens, HoldReference reference, Instant expiresAt) {
        return TokenHold.of(new HoldId(ids.next()), owner, tokens, reference, expiresAt);
    }

    private List<Posting> postings(UsageType type, List<TokenMovement> movements, int sign) {
        return movements.stream().map(movement -> posting(type, movement, sign)).toList();
    }

    private Posting posting(UsageType type, TokenMovement tokens, int sign) {
        var movement =
                new Movement(type, sign * tokens.tokens(), tokens.slotId(), tokens.reason(), tokens.idempotencyKey());
        return Posting.of(new LedgerEntryId(ids.next()), tokens.owner(), movement, clock.instant());
    }
}
