package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.BookingTerms;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slot as its mentor and its student see it.
 *
 * @param priceTokens what the student pays; this and the other terms are null while the slot is open
 * @param earningTokens what the mentor gets when it is over
 * @param penaltyTokens what of the price is kept if the student cancels later than {@code cutoffMinutes} before the start
 */
public record SlotView(
        SlotId id,
        UserId mentorId,
        @Nullable UserId studentId,
        Instant startsAt,
        Instant endsAt,
        SlotStatus status,
        @Nullable Long priceTokens,
        @Nullable Long earningTokens,
        @Nullable Long penaltyTokens,
        @Nullable Integer cutoffMinutes,
        @Nullable Instant requestExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable UserId cancelRequestedBy,
        @Nullable String cancelReason,
        boolean noShow,
        @Nullable String meetingUrl,
        int version) {
    /** What a slot looks like once it is stored as it is here; saves reading it back. */
    static SlotView of(Slot slot) {
        var booking = Optional.ofNullable(slot.booking());
        var terms = booking.map(Booking::terms);
        return new SlotView(
                slot.id(),
                slot.mentorId(),
                booking.map(Booking::studentId).orElse(null),
                slot.startsAt(),
                slot.endsAt(),
                slot.status(),
                terms.map(BookingTerms::priceTokens).orElse(null),
                terms.map(BookingTerms::earningTokens).orElse(null),
                terms.map(BookingTerms::penaltyTokens).orElse(null),
                terms.map(BookingTerms::cutoffMinutes).orElse(null),
                booking.map(Booking::requestExpiresAt).orElse(null),
                booking.map(Booking::confirmedAt).orElse(null),
                booking.map(Booking::cancelRequestedBy).orElse(null),
                booking.map(Booking::cancelReason).orElse(null),
                booking.map(Booking::noShow).orElse(false),
                booking.map(Booking::meetingUrl).orElse(null),
                slot.version());
    }
}
