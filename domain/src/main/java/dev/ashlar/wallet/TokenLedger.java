package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How other contexts move tokens. Every call joins the caller's transaction and is safe to repeat: what was done under the
 * same idempotency key or reference is returned, not done again. Lock order: callers lock their own rows first, then call
 * this; calls that touch several wallets go through {@link #transfer}, which takes them in one order for everybody.
 *
 * <p>Refusals, as {@link dev.ashlar.kernel.DomainException}: {@code wallet.not-found}, {@code wallet.insufficient-tokens},
 * {@code wallet.invalid-amount}, {@code wallet.entry-not-found}, {@code wallet.hold-not-found}, {@code wallet.hold-ended},
 * {@code wallet.not-reversible}, {@code wallet.already-reversed}, {@code wallet.refund-exceeds-charge},
 * {@code wallet.idempotency-key-reused}. Two callers who undo one entry at the same moment are decided by the database; the
 * later one's violation has the meaning {@code wallet.already-reversed}.
 *
 * <p>The forms for many ({@code …All}) cost a handful of statements, however many things are asked for, and take wallets in
 * one order for everybody. One that cannot be done does not hinder the others: they say what is done, and the caller
 * decides about the rest.
 */
public interface TokenLedger {
    /** Opens a wallet with no tokens; does nothing if the person has one. */
    void open(UserId owner);

    /**
     * Sets tokens aside until {@code expiresAt}. Asked again while they are held, it returns the hold; refused if the
     * reference holds other tokens ({@code wallet.idempotency-key-reused}) or its tokens were spent
     * ({@code wallet.hold-ended}).
     */
    HoldId hold(UserId owner, long tokens, HoldReference reference, Instant expiresAt);

    /**
     * {@link #hold} and {@link #capture} in one, for what need not be decided: spends tokens as a meeting booking. Asked again,
     * it returns the entry; refused if other tokens are held or were spent for the reference
     * ({@code wallet.idempotency-key-reused}).
     */
    LedgerEntryId spend(UserId owner, long tokens, HoldReference reference, String reason);

    /** Spends what is held for the reference, as a meeting booking. */
    LedgerEntryId capture(HoldReference reference, String reason);

    /** Gives back what is held for the reference; does nothing if it is given back already. */
    void release(HoldReference reference);

    /** Takes tokens at once, as a meeting booking. */
    LedgerEntryId charge(TokenMovement movement);

    /** Takes tokens for breaking a rule. */
    LedgerEntryId penalize(TokenMovement movement);

    /** Gives tokens; the type must be one that gives. */
    LedgerEntryId credit(UsageType type, TokenMovement movement);

    /** Gives back what an entry took, or a part of it; once for each entry. */
    LedgerEntryId refund(LedgerEntryId charge, long tokens, String idempotencyKey, String reason);

    /**
     * Undoes exactly what was posted under that key, once; refused if the tokens it gave are spent
     * ({@code wallet.insufficient-tokens}).
     *
     * @return the entry that undoes it; empty if nothing was posted under that key
     */
    Optional<LedgerEntryId> undo(String idempotencyKey, String reason);

    /**
     * {@link #release} for many.
     *
     * @return the references whose tokens are given back, now or before; not one that nothing was ever held for, nor one
     *     whose tokens were spent
     */
    Set<HoldReference> releaseAll(Collection<HoldReference> references);

    /**
     * Gives back all that capturing each of these took.
     *
     * @return the references whose refund is posted, now or before; not one that was never captured, nor one whose charge
     *     was undone in another way
     */
    Set<HoldReference> refundAll(List<HoldRefund> refunds);

    /** {@link #penalize} for many; unlike the other forms for many, it takes all or, by a refusal, nothing. */
    void penalizeAll(List<TokenMovement> movements);

    /**
     * {@link #credit} for many.
     *
     * @return the idempotency keys that are posted, now or before; not one of a person without a wallet
     */
    Set<String> creditAll(UsageType type, List<TokenMovement> movements);

    /** Takes from one person as a meeting booking and gives to another as an earning, both or neither. */
    void transfer(TokenMovement from, TokenMovement to);
}
