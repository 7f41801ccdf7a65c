package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.HoldRefund;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a change of a slot means in tokens; runs in the transaction of the change, after it, so that the slot's row is
 * locked before any wallet. A slot that costs nothing moves nothing.
 */
@Component
class Settlement {
    /** The wallet gives forgotten holds back by itself; it must not be faster than we are. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final TokenLedger ledger;

    Settlement(TokenLedger ledger) {
        this.ledger = ledger;
    }

    /** Sets the price aside until then and a while longer. */
    void hold(Slot slot, Instant until) {
        var booking = slot.booked();
        long price = booking.terms().priceTokens();
        if (price > 0) {
            ledger.hold(booking.studentId(), price, reference(slot), until.plus(GRACE));
        }
    }

    /** Spends the price at once. */
    void spend(Slot slot) {
        var booking = slot.booked();
        long price = booking.terms().priceTokens();
        if (price > 0) {
            ledger.spend(booking.studentId(), price, reference(slot), about("Meeting", slot));
        }
    }

    /** Spends what is held. */
    void capture(Slot slot) {
        if (slot.booked().terms().priceTokens() > 0) {
            ledger.capture(reference(slot), about("Meeting", slot));
        }
    }

    /** Gives back what is held for a request. */
    void release(Slot slot) {
        if (isPriced(slot)) {
            ledger.release(reference(slot));
        }
    }

    /** Gives back what a cancelled meeting has cost, but for the penalty; refused if the books do not allow it. */
    void refund(Slot slot, long penalty) {
        if (!giveBack(List.of(slot), _ -> penalty).contains(slot.id())) {
            throw MentoringProblem.NOT_REFUNDABLE.because(
                    "Its charge was undone by hand; an administrator can cancel it without a refund.");
        }
    }

    /**
     * Gives back what these slots have cost so far, but for a penalty, with as few statements as for one. Two entries for
     * each, so that the statement explains itself: all that was paid comes back, and the penalty goes.
     *
     * @return those of them that are settled; the wallet does not have, or cannot move, the tokens of the others
     */
    Set<SlotId> giveBack(Collection<Slot> slots, ToLongFunction<Slot> penalty) {
        var settled = slots.stream()
                .filter(slot -> !isPriced(slot))
                .map(Slot::id)
                .collect(Collectors.toCollection(HashSet::new));
        var priced = slots.stream().filter(Settlement::isPriced).toList();
        var released = ledger.releaseAll(priced.stream()
                .filter(slot -> !slot.booked().isPaid())
                .map(Settlement::reference)
                .toList());
        var refunded = ledger.refundAll(priced.stream()
                .filter(slot -> slot.booked().isPaid())
                .map(Settlement::refundOf)
                .toList());
        ledger.penalizeAll(priced.stream()
                .filter(slot -> refunded.contains(reference(slot)) && penalty.applyAsLong(slot) > 0)
                .map(slot -> penaltyOf(slot, penalty.applyAsLong(slot)))
                .toList());
        Stream.concat(released.stream(), refunded.stream())
                .map(HoldReference::id)
                .map(SlotId::new)
                .forEach(settled::add);
        return settled;
    }

    /** Gives the mentor their share. */
    void earn(Slot slot) {
        if (slot.booked().terms().earningTokens() > 0) {
            ledger.credit(UsageType.EARNING, earningOf(slot));
        }
    }

    /** Gives the mentors of these slots their share; returns those of them that are settled. */
    Set<SlotId> earn(Collection<Slot> slots) {
        var posted = ledger.creditAll(
                UsageType.EARNING,
                slots.stream()
                        .filter(slot -> slot.booked().terms().earningTokens() > 0)
                        .map(Settlement::earningOf)
                        .toList());
        return slots.stream()
                .filter(slot -> slot.booked().terms().earningTokens() == 0 || posted.contains(earningKey(slot)))
                .map(Slot::id)
                .collect(Collectors.toSet());
    }

    private static boolean isPriced(Slot slot) {
        return slot.booking() != null && slot.booking().terms().priceTokens() > 0;
    }

    private static HoldRefund refundOf(Slot slot) {
        return new HoldRefund(reference(slot), "slot-refund:" + slot.id().value(), about("Cancelled meeting", slot));
    }

    private static TokenMovement penaltyOf(Slot slot, long tokens) {
        return new TokenMovement(
                slot.booked().studentId(),
                tokens,
                "slot-penalty:" + slot.id().value(),
                about("Cancelled late, meeting", slot),
                slot.id().value());
    }

    private static TokenMovement earningOf(Slot slot) {
        return new TokenMovement(
                slot.mentorId(),
                slot.booked().terms().earningTokens(),
                earningKey(slot),
                about("Mentored in the meeting", slot),
                slot.id().value());
    }

    private static String earningKey(Slot slot) {
        return "slot-earning:" + slot.id().value();
    }

    private static HoldReference reference(Slot slot) {
        return new HoldReference(HoldReference.SLOT, slot.id().value());
    }

    private static String about(String what, Slot slot) {
        return what + " of " + slot.startsAt();
    }
}
