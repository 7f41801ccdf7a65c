// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Slot without a booking, which students may request or book. */
public record OpenSlot(Offer offer, int version) implements Slot {
    /** Creates a new slot. */
    public static OpenSlot of(Offer offer) {
        return new OpenSlot(offer, 1);
    }

    @Override
    public SlotStatus status() {
        return SlotStatus.TENTATIVE;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public OpenSlot open() {
        return this;
    }

    /** Requests the slot for a student, on the mentor's present terms. */
    public BookedSlot request(UserId student, Mentor mentor, Instant now) {
        requireBookable(student, mentor, now);
        var answerBy = now.plus(Booking.TIME_TO_ANSWER);
        return booked(
                SlotStatus.MEETING_REQUESTED,
                Booking.of(student, mentor.terms(), answerBy.isBefore(startsAt()) ? answerBy : startsAt()));
    }

    /** Books the slot for a student without a request. */
    public BookedSlot book(UserId student, Mentor mentor, Instant now) {
        requireBookable(student, mentor, now);
        if (!mentor.profile().terms().directBooking()) {
            throw MentoringProblem.REQUEST_REQUIRED.because(
                    "Mentor " + mentorId().value() + " decides on each request. Request the slot instead.");
        }
        var booking = Booking.of(student, mentor.terms(), null)
                .confirmed(mentor.profile().meetingUrl(), now);
        return booked(SlotStatus.CONFIRMED, booking);
    }

    /** Withdraws the offer, so that its time is not generated again. */
    public WithdrawnSlot withdraw() {
        requireNext(SlotStatus.CANCELLED);
        return new WithdrawnSlot(offer, version + 1);
    }

    void requireBookable(UserId student, Mentor mentor, Instant now) {
        if (student.equals(mentorId())) {
            throw MentoringProblem.OWN_SLOT.because(
                    "Slot " + id().value() + " is your own offer. Choose a slot of another mentor.");
        }
        mentor.requireBookable(startsAt(), now);
    }

    private BookedSlot booked(SlotStatus next, Booking booking) {
        requireNext(next);
        return new BookedSlot(offer, next, false, booking, false, version + 1);
    }
}
