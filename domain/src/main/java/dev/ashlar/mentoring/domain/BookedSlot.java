// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slot that a student has requested or booked, until its end.
 *
 * @param isAvailable true after a cancellation or withdrawal that leaves the time to other students
 * @param noShow true if the student missed the meeting
 */
public record BookedSlot(
        Offer offer, SlotStatus status, boolean isAvailable, Booking booking, boolean noShow, int version)
        implements Slot {

    /** Returns the same time as a new open slot. */
    public OpenSlot reopened(SlotId newId) {
        return OpenSlot.of(new Offer(newId, offer.mentorId(), offer.startsAt(), offer.endsAt(), offer.isGenerated()));
    }

    @Override
    public BookedSlot booked() {
        return this;
    }

    @Override
    public boolean isStudent(UserId person) {
        return booking.studentId().equals(person);
    }

    /** Takes a request up for review. */
    public BookedSlot review(Instant now) {
        var reviewed = to(SlotStatus.UNDER_REVIEW);
        requireUnexpired(now);
        return reviewed;
    }

    /** Accepts a request under review. */
    public BookedSlot confirm(@Nullable String meetingUrl, Instant now) {
        if (status != SlotStatus.UNDER_REVIEW) {
            throw illegal(" and cannot be confirmed. Review its request first.");
        }
        requireUnexpired(now);
        return to(SlotStatus.CONFIRMED).with(booking.confirmed(MentorProfile.checkedUrl(meetingUrl), now));
    }

    /** Rejects a request; its time is not offered again. */
    public BookedSlot reject(@Nullable String reason) {
        requireRequest("rejected");
        return to(SlotStatus.CANCELLED).with(booking.cancelled(null, null, reason));
    }

    /** Withdraws a request for its student; its time is offered again. */
    public BookedSlot withdrawRequest() {
        requireRequest("withdrawn");
        return to(SlotStatus.CANCELLED, true);
    }

    /** Requests the cancellation of a confirmed meeting. */
    public BookedSlot requestCancellation(UserId by, String reason, Instant now) {
        return to(SlotStatus.CANCELLATION_REQUESTED).with(booking.cancelled(by, now, reason));
    }

    /** Approves a cancellation. Time that the student gives up is offered again; time that the mentor gives up is not. */
    public BookedSlot approveCancellation(UserId by) {
        requireRequestOfAnother(by);
        return to(SlotStatus.CANCELLED, isByStudent());
    }

    /** Denies a cancellation; the meeting is confirmed again. */
    public BookedSlot denyCancellation(UserId by) {
        requireRequestOfAnother(by);
        return to(SlotStatus.CONFIRMED).with(booking.cancelled(null, null, null));
    }

    /** Completes a meeting that has ended. */
    public BookedSlot complete(Instant now) {
        return completed(false, endsAt(), "ends", now);
    }

    /** Completes a meeting that has begun and that the student missed. */
    public BookedSlot completeAsNoShow(Instant now) {
        return completed(true, startsAt(), "begins", now);
    }

    /** Moves the meeting to the time of another open slot of its mentor. */
    public BookedSlot moveTo(OpenSlot open, Mentor mentor, Instant now) {
        requireConfirmed();
        if (!open.mentorId().equals(mentorId())) {
            throw MentoringProblem.MENTOR_DIFFERENT.because(
                    "Slot " + open.id().value() + " belongs to another mentor. Choose an open slot of mentor "
                            + mentorId().value() + ".");
        }
        open.requireBookable(booking.studentId(), mentor, now);
        if (isPastCutoff(now)) {
            throw MentoringProblem.CUTOFF_PASSED.because("Slot " + id().value() + " could be moved until "
                    + booking.terms().cutoffMinutes() + " minutes before its start. Request its cancellation instead.");
        }
        return new BookedSlot(offer.movedTo(open.offer()), status, isAvailable, booking, noShow, version + 1);
    }

    /** Returns the tokens of the price that are not refunded when the requested cancellation is approved. */
    public long penalty() {
        var asked = booking.cancelRequestedAt();
        boolean late = asked != null && isByStudent() && isPastCutoff(asked);
        return late ? booking.terms().penaltyTokens() : 0;
    }

    /** Refuses unless the meeting is confirmed and nothing about it is to be decided. */
    public void requireConfirmed() {
        if (status != SlotStatus.CONFIRMED) {
            throw illegal(". Only a confirmed meeting can be moved.");
        }
    }

    private void requireRequest(String decision) {
        if (status != SlotStatus.MEETING_REQUESTED && status != SlotStatus.UNDER_REVIEW) {
            throw illegal(" and cannot be " + decision + ". Only a request can be.");
        }
    }

    private void requireUnexpired(Instant now) {
        var expiry = booking.requestExpiresAt();
        if (expiry != null && !now.isBefore(expiry)) {
            throw MentoringProblem.REQUEST_EXPIRED.because(
                    "The request for slot " + id().value() + " expired at " + expiry + ".");
        }
    }

    private void requireRequestOfAnother(UserId decider) {
        if (status != SlotStatus.CANCELLATION_REQUESTED) {
            throw illegal(". Only a requested cancellation can be decided.");
        }
        if (decider.equals(booking.cancelRequestedBy())) {
            throw MentoringProblem.OWN_CANCELLATION.because(
                    "You requested the cancellation of slot " + id().value() + ". Wait for the other side to decide.");
        }
    }

    private BookedSlot completed(boolean missed, Instant from, String event, Instant now) {
        var completed = to(SlotStatus.COMPLETED);
        if (now.isBefore(from)) {
            throw MentoringProblem.MEETING_NOT_OVER.because(
                    "The meeting " + event + " at " + from + ". Complete it after that.");
        }
        return new BookedSlot(
                offer,
                completed.status,
                completed.isAvailable,
                booking.cancelled(null, null, null),
                missed,
                version + 1);
    }

    private boolean isByStudent() {
        return booking.studentId().equals(booking.cancelRequestedBy());
    }

    private boolean isPastCutoff(Instant at) {
        return at.isAfter(startsAt().minus(Duration.ofMinutes(booking.terms().cutoffMinutes())));
    }

    private DomainException illegal(String why) {
        return MentoringProblem.ILLEGAL_TRANSITION.because(description() + why);
    }

    private BookedSlot to(SlotStatus next) {
        return to(next, false);
    }

    private BookedSlot to(SlotStatus next, boolean available) {
        requireNext(next);
        return new BookedSlot(offer, next, available, booking, noShow, version + 1);
    }

    private BookedSlot with(Booking changed) {
        return new BookedSlot(offer, status, isAvailable, changed, noShow, version);
    }
}
