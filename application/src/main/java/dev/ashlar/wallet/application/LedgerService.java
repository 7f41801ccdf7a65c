package dev.ashlar.wallet.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.HoldRefund;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.domain.HoldStatus;
import dev.ashlar.wallet.domain.LedgerEntry;
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

/** {@link TokenLedger}: what other contexts do with wallets, and the job that ends forgotten holds. */
@ApplicationService
public class LedgerService implements TokenLedger {
    private static final int EXPIRY_BATCH = 500;

    /** What is spent at once is held for that long, so that it is held when it is spent. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Wallets wallets;
    private final TokenHolds holds;
    private final Bookkeeper bookkeeper;
    private final BatchBookkeeper batches;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    LedgerService(
            Wallets wallets,
            TokenHolds holds,
            Bookkeeper bookkeeper,
            BatchBookkeeper batches,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.wallets = wallets;
        this.holds = holds;
        this.bookkeeper = bookkeeper;
        this.batches = batches;
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
        var now = clock.instant();
        var hold = TokenHold.of(new HoldId(ids.next()), owner, tokens, reference, expiresAt);
        return holds.place(hold, now) ? hold.id() : heldBefore(hold, now);
    }

    @Override
    @Transactional
    public LedgerEntryId spend(UserId owner, long tokens, HoldReference reference, String reason) {
        var now = clock.instant();
        var hold = TokenHold.of(new HoldId(ids.next()), owner, tokens, reference, now.plus(MOMENT));
        var entry = wallets.postAtOnce(hold, hold.capture(new LedgerEntryId(ids.next()), reason, now));
        return entry.isPresent() ? bookkeeper.announce(entry.get()).id() : spentBefore(hold, reason);
    }

    @Override
    @Transactional
    public LedgerEntryId capture(HoldReference reference, String reason) {
        var hold = find(reference);
        if (hold.ledgerEntryId() != null) {
            return hold.ledgerEntryId();
        }
        var now = clock.instant();
        var posting = hold.capture(new LedgerEntryId(ids.next()), reason, now);
        var entry = wallets.postCapture(hold, posting);
        return entry.isPresent() ? bookkeeper.announce(entry.get()).id() : capturedBefore(find(reference), now);
    }

    @Override
    @Transactional
    public void release(HoldReference reference) {
        var now = clock.instant();
        var hold = holds.lockAll(List.of(reference)).stream().findFirst().orElseThrow(() -> noHold(reference));
        if (hold.status() == HoldStatus.CAPTURED) {
            throw hold.ended(now);
        }
        holds.release(hold.id(), now);
    }

    @Override
    @Transactional
    public LedgerEntryId charge(TokenMovement movement) {
        return post(UsageType.MEETING_BOOKING, movement, -1);
    }

    @Override
    @Transactional
    public LedgerEntryId penalize(TokenMovement movement) {
        return post(UsageType.PENALTY, movement, -1);
    }

    @Override
    @Transactional
    public LedgerEntryId credit(UsageType type, TokenMovement movement) {
        return post(type, movement, 1);
    }

    @Override
    @Transactional
    public LedgerEntryId refund(LedgerEntryId charge, long tokens, String idempotencyKey, String reason) {
        var entryId = new LedgerEntryId(ids.next());
        var refund = bookkeeper.entry(charge).refund(entryId, tokens, idempotencyKey, reason, clock.instant());
        bookkeeper.requireNotUndone(charge, idempotencyKey);
        return bookkeeper.post(refund).id();
    }

    @Override
    @Transactional
    public Optional<LedgerEntryId> undo(String idempotencyKey, String reason) {
        return wallets.findEntryByKey(idempotencyKey).map(undone -> {
            var reversal = undone.reversal(new LedgerEntryId(ids.next()), reason, clock.instant());
            bookkeeper.requireNotUndone(undone.id(), reversal.idempotencyKey());
            return bookkeeper.post(reversal).id();
        });
    }

    @Override
    @Transactional
    public void transfer(TokenMovement from, TokenMovement to) {
        wallets.lock(List.of(from.owner(), to.owner()));
        charge(from);
        credit(UsageType.EARNING, to);
    }

    @Override
    @Transactional
    public Set<HoldReference> releaseAll(Collection<HoldReference> references) {
        return batches.release(references, clock.instant());
    }

    @Override
    @Transactional
    public Set<HoldReference> refundAll(List<HoldRefund> refunds) {
        return batches.refund(refunds, clock.instant());
    }

    @Override
    @Transactional
    public void penalizeAll(List<TokenMovement> movements) {
        var posted = batches.post(postings(UsageType.PENALTY, movements, -1));
        if (posted.size() < movements.size()) {
            throw WalletProblem.INSUFFICIENT_TOKENS.because("Somebody has too few tokens; nothing was taken.");
        }
    }

    @Override
    @Transactional
    public Set<String> creditAll(UsageType type, List<TokenMovement> movements) {
        return batches.post(postings(type, movements, 1));
    }

    /** Ends up to a batch of holds that nobody came for; returns how many. */
    @Job(name = "wallet.expire-holds", every = "1m")
    @Transactional
    public int expireHolds() {
        return holds.expireDue(clock.instant(), EXPIRY_BATCH);
    }

    private LedgerEntryId post(UsageType type, TokenMovement movement, int sign) {
        LedgerEntry entry = bookkeeper.post(posting(type, movement, sign));
        return entry.id();
    }

    private List<Posting> postings(UsageType type, List<TokenMovement> movements, int sign) {
        return movements.stream().map(movement -> posting(type, movement, sign)).toList();
    }

    private Posting posting(UsageType type, TokenMovement movement, int sign) {
        return new Posting(
                new LedgerEntryId(ids.next()),
                movement.owner(),
                type,
                sign * movement.tokens(),
                movement.idempotencyKey(),
                movement.reason(),
                movement.slotId(),
                null,
                clock.instant());
    }

    /** The store took nothing: something is held for the reference already, or the tokens are not there. */
    private HoldId heldBefore(TokenHold wanted, Instant now) {
        var earlier = holds.find(wanted.reference());
        if (earlier.isPresent()) {
            var hold = earlier.get();
            switch (hold.statusAt(now)) {
                case HELD -> {
                    hold.requireSame(wanted);
                    return hold.id();
                }
                case CAPTURED -> throw hold.ended(now);
                // The job may not have come by yet, and the reference is free only when it has.
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

    /** The store took nothing: something is held or spent for the reference already, or the tokens are not there. */
    private LedgerEntryId spentBefore(TokenHold wanted, String reason) {
        var earlier = holds.find(wanted.reference()).filter(TokenHold::isTaken);
        if (earlier.isEmpty()) {
            throw bookkeeper.uncovered(wanted.userId(), wanted.amount());
        }
        earlier.get().requireSame(wanted);
        return capture(wanted.reference(), reason);
    }

    /** The capture came too late: for a twin that captured first, which is what the caller wanted, or for the hold. */
    private static LedgerEntryId capturedBefore(TokenHold hold, Instant now) {
        var entry = hold.ledgerEntryId();
        if (entry == null) {
            throw hold.ended(now);
        }
        return entry;
    }

    private TokenHold find(HoldReference reference) {
        return holds.find(reference).orElseThrow(() -> noHold(reference));
    }

    private static DomainException noHold(HoldReference reference) {
        return WalletProblem.HOLD_NOT_FOUND.because(
                "Nothing was ever held for " + reference.type() + " " + reference.id() + ".");
    }
}
