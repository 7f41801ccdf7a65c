// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
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
 * Tokens of a slot; moved in the transaction of the slot's change and after it, so that the slot is locked before any wallet. A
 * free slot moves none.
 */
@Component
class Settlement {
    /** Time beyond the request's expiry, so that the wallet does not expire a hold before mentoring releases it. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final TokenLedger ledger;

    Settlement(TokenLedger ledger) {
        this.ledger = ledger;
    }

    /** Holds the price until shortly after then. */
    void hold(BookedSlot slot, Instant until) {
        var booking = slot.booking();
        long price = booking.terms().priceTokens();
        if (price > 0) {
            ledger.hold(booking.studentId(), price, reference(slot), until.plus(GRACE));
        }
    }

    /** Spends the price without a hold. */
    void spend(BookedSlot slot) {
        var booking = slot.booking();
        long price = booking.terms().priceTokens();
        if (price > 0) {
            ledger.spend(booking.studentId(), price, reference(slot), about("Meeting", slot));
        }
    }

    /** Captures the held price. */
    void capture(BookedSlot slot) {
        if (slot.booking().terms().priceTokens() > 0) {
            ledger.capture(reference(slot), about("Meeting", slot));
        }
    }

    /** Releases the held price. */
    void release(BookedSlot slot) {
        if (isPriced(slot)) {
            ledger.release(reference(slot));
        }
    }

    /** Refunds a cancelled meeting, less the penalty; refuses if the ledger does not allow it. */
    void refund(BookedSlot slot, long penalty) {
        if (!giveBack(List.of(slot), _ -> penalty).contains(slot.id())) {
            throw MentoringProblem.MEETING_NOT_REFUNDABLE.because("The charge for slot "
                    + slot.id().value() + " was reversed. Ask an administrator to cancel it without a refund.");
        }
    }

    /**
     * Releases or refunds the price of these slots, with as many statements as for one. A penalty is a separate entry, so that
     * the wallet's statement explains itself.
     *
     * @return slots that are settled; the wallet cannot move the tokens of the others
     */
    Set<SlotId> giveBack(Collection<BookedSlot> slots, ToLongFunction<BookedSlot> penalty) {
        var settled = slots.stream()
                .filter(slot -> !isPriced(slot))
                .map(BookedSlot::id)
                .collect(Collectors.toCollection(HashSet::new));
        var priced = slots.stream().filter(Settlement::isPriced).toList();
        var released = ledger.releaseAll(priced.stream()
                .filter(slot -> !slot.booking().isPaid())
                .map(Settlement::reference)
                .toList());
        var refunded = ledger.refundAll(priced.stream()
                .filter(slot -> slot.booking().isPaid())
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

    /** Credits the mentor's earning. */
    void earn(BookedSlot slot) {
        if (slot.booking().terms().earningTokens() > 0) {
            ledger.credit(UsageType.EARNING, earningOf(slot));
        }
    }

    /** Credits the mentors' earnings; returns the slots that are settled. */
    Set<SlotId> earn(Collection<BookedSlot> slots) {
        var posted = ledger.creditAll(
                UsageType.EARNING,
                slots.stream()
                        .filter(slot -> slot.booking().terms().earningTokens() > 0)
                        .map(Settlement::earningOf)
                        .toList());
        return slots.stream()
                .filter(slot -> slot.booking().terms().earningTokens() == 0 || posted.contains(earningKey(slot)))
                .map(BookedSlot::id)
                .collect(Collectors.toSet());
    }

    private static boolean isPriced(BookedSlot slot) {
        return slot.booking().terms().priceTokens() > 0;
    }

    private static HoldRefund refundOf(BookedSlot slot) {
        return new HoldRefund(reference(slot), "slot-refund:" + slot.id().value(), about("Cancelled meeting", slot));
    }

    private static TokenMovement penaltyOf(BookedSlot slot, long tokens) {
        return new TokenMovement(
                slot.booking().studentId(),
                tokens,
                "slot-penalty:" + slot.id().value(),
                about("Cancelled late, meeting", slot),
                slot.id().value());
    }

    private static TokenMovement earningOf(BookedSlot slot) {
        return new TokenMovement(
                slot.mentorId(),
                slot.booking().terms().earningTokens(),
                earningKey(slot),
                about("Mentored in the meeting", slot),
                slot.id().value());
    }

    private static String earningKey(BookedSlot slot) {
        return "slot-earning:" + slot.id().value();
    }

    private static HoldReference reference(BookedSlot slot) {
        return new HoldReference(HoldReference.SLOT, slot.id().value());
    }

    private static String about(String what, BookedSlot slot) {
        return what + " of " + slot.startsAt();
    }
}
