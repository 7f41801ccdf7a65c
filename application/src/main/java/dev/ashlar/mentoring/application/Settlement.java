package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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

    /** Spends what is held. */
    void capture(Slot slot) {
        if (slot.booked().terms().priceTokens() > 0) {
            ledger.capture(reference(slot), about("Meeting", slot));
        }
    }

    /** Gives the mentor their share. */
    void earn(Slot slot) {
        long earning = slot.booked().terms().earningTokens();
        if (earning > 0) {
            ledger.credit(
                    UsageType.EARNING,
                    new TokenMovement(
                            slot.mentorId(),
                            earning,
                            "slot-earning:" + slot.id().value(),
                            about("Mentored in the meeting", slot),
                            slot.id().value()));
        }
    }

    /** Gives back what a cancelled slot has cost so far, but for the penalty. */
    void giveBack(Slot slot, long penalty) {
        if (slot.booked().terms().priceTokens() == 0) {
            return;
        }
        if (slot.booked().isPaid()) {
            refund(slot, penalty);
        } else {
            ledger.release(reference(slot));
        }
    }

    /** These slots in the order in which their wallets are to be touched. */
    static List<Slot> inOrderOf(List<Slot> slots, Function<Slot, UserId> owner) {
        return slots.stream()
                .sorted(Comparator.comparing(slot -> owner.apply(slot).value().toString()))
                .toList();
    }

    /** Two entries, so that the statement explains itself: all that was paid comes back, and the penalty goes. */
    private void refund(Slot slot, long penalty) {
        var booking = slot.booked();
        // Asked again, it tells which entry spent the tokens.
        var charge = ledger.capture(reference(slot), about("Meeting", slot));
        ledger.refund(
                charge,
                booking.terms().priceTokens(),
                "slot-refund:" + slot.id().value(),
                about("Cancelled meeting", slot));
        if (penalty > 0) {
            ledger.penalize(new TokenMovement(
                    booking.studentId(),
                    penalty,
                    "slot-penalty:" + slot.id().value(),
                    about("Cancelled late, meeting", slot),
                    slot.id().value()));
        }
    }

    private static HoldReference reference(Slot slot) {
        return new HoldReference(HoldReference.SLOT, slot.id().value());
    }

    private static String about(String what, Slot slot) {
        return what + " of " + slot.startsAt();
    }
}
