package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span of a mentor's time. Each method that changes something returns the slot as it is then, or refuses.
 *
 * @param isAvailable whether the time may be offered: while nobody has it, and after a cancellation that leaves it open
 * @param isGenerated whether it was made from the mentor's availability, and goes when that changes
 * @param booking whose it is; null until somebody asks
 * @param version goes up with each change, from 1
 */
public record Slot(
        SlotId id,
        UserId mentorId,
        Instant startsAt,
        Instant endsAt,
        SlotStatus status,
        boolean isAvailable,
        boolean isGenerated,
        @Nullable Booking booking,
        int version) {
    /** A mentor who does not answer for that long has refused. */
    public static final Duration TIME_TO_ANSWER = Duration.ofDays(2);

    public Slot {
        var length = Duration.between(startsAt, endsAt).toMinutes();
        Input.require(
                length >= MentorProfile.MIN_SLOT_MINUTES && length <= MentorProfile.MAX_SLOT_MINUTES,
                "/endsAt",
                "must be " + MentorProfile.MIN_SLOT_MINUTES + " to " + MentorProfile.MAX_SLOT_MINUTES
                        + " minutes after the start");
    }

    /** A slot that anybody may ask for. */
    public static Slot open(SlotId id, UserId mentor, Instant startsAt, Instant endsAt, boolean generated) {
        return new Slot(id, mentor, startsAt, endsAt, SlotStatus.TENTATIVE, true, generated, null, 1);
    }

    /** The same time once more, as a new slot, after this one was cancelled. */
    public Slot reopened(SlotId newId) {
        return open(newId, mentorId, startsAt, endsAt, isGenerated);
    }

    /** A student asks. */
    public Slot request(UserId student, Mentor mentor, Instant now) {
        requireOpenTo(student, mentor, now);
        var answerBy = now.plus(TIME_TO_ANSWER);
        var booking = Booking.of(student, mentor.terms(), answerBy.isBefore(startsAt) ? answerBy : startsAt);
        return to(SlotStatus.MEETING_REQUESTED).with(booking);
    }

    /** A student books without asking. */
    public Slot book(UserId student, Mentor mentor, Instant now) {
        requireOpenTo(student, mentor, now);
        if (!mentor.profile().directBooking()) {
            throw MentoringProblem.REQUEST_NEEDED.because("Request the slot instead.");
        }
        var booking = Booking.of(student, mentor.terms(), null)
                .confirmed(mentor.profile().meetingUrl(), now);
        return to(SlotStatus.CONFIRMED).with(booking);
    }

    /** The mentor takes the request up. */
    public Slot review(Instant now) {
        return to(SlotStatus.UNDER_REVIEW).with(unexpired(now));
    }

    /** The mentor accepts. */
    public Slot confirm(@Nullable String meetingUrl, Instant now) {
        if (status != SlotStatus.UNDER_REVIEW) {
            throw MentoringProblem.ILLEGAL_TRANSITION.because("It is " + SlotStatus.LIFECYCLE.label(status)
                    + " and cannot be accepted; take a request up first.");
        }
        return to(SlotStatus.CONFIRMED).with(unexpired(now).confirmed(Input.url("/meetingUrl", meetingUrl), now));
    }

    /** The mentor refuses, and does not want the time offered again. */
    public Slot reject(@Nullable String reason) {
        if (status != SlotStatus.MEETING_REQUESTED && status != SlotStatus.UNDER_REVIEW) {
            throw MentoringProblem.ILLEGAL_TRANSITION.because(
                    "It is " + SlotStatus.LIFECYCLE.label(status) + " and cannot be rejected; only a request can.");
        }
        return to(SlotStatus.CANCELLED).with(booked().cancelled(null, null, reason));
    }

    /** The mentor takes an open slot back. */
    public Slot withdraw() {
        if (status != SlotStatus.TENTATIVE) {
            throw MentoringProblem.ILLEGAL_TRANSITION.because("It is " + SlotStatus.LIFECYCLE.label(status)
                    + " and cannot be withdrawn; reject it, or ask to cancel it.");
        }
        return to(SlotStatus.CANCELLED);
    }

    /** One of the two wants to cancel. */
    public Slot requestCancellation(UserId by, String reason, Instant now) {
        return to(SlotStatus.CANCELLATION_REQUESTED).with(booked().cancelled(by, now, reason));
    }

    /** Somebody else agrees. What the student gives back may be had by others, what the mentor takes back may not. */
    public Slot approveCancellation(UserId by) {
        requireCancellationOfAnother(by, SlotStatus.CANCELLED);
        return to(SlotStatus.CANCELLED, booked().studentId().equals(booked().cancelRequestedBy()));
    }

    /** Somebody else does not agree. */
    public Slot denyCancellation(UserId by) {
        requireCancellationOfAnother(by, SlotStatus.CONFIRMED);
        return to(SlotStatus.CONFIRMED).with(booked().cancelled(null, null, null));
    }

    /** They have met. */
    public Slot complete(Instant now) {
        return completed(false, endsAt, "the meeting is over", now);
    }

    /** The student did not come. */
    public Slot missedByStudent(Instant now) {
        return completed(true, startsAt, "the meeting has begun", now);
    }

    /** The meeting at the time of another open slot of the same mentor, which is used up by it. */
    public Slot moveTo(Slot open, Mentor mentor, Instant now) {
        requireConfirmed();
        if (!open.mentorId.equals(mentorId)) {
            throw MentoringProblem.OTHER_MENTOR.because("Choose an open slot of the mentor whom you meet.");
        }
        open.requireOpenTo(booked().studentId(), mentor, now);
        if (isPastCutoff(now)) {
            throw MentoringProblem.CUTOFF_PASSED.because(
                    "Moving was possible until " + booked().terms().cutoffMinutes() + " minutes before the start.");
        }
        return new Slot(
                id, mentorId, open.startsAt, open.endsAt, status, isAvailable, isGenerated, booking, version + 1);
    }

    /** What of the price is kept when the cancellation that was asked for is approved. */
    public long penalty() {
        var asked = booked().cancelRequestedAt();
        boolean late =
                asked != null && booked().studentId().equals(booked().cancelRequestedBy()) && isPastCutoff(asked);
        return late ? booked().terms().penaltyTokens() : 0;
    }

    /** The booking of a slot that has one. */
    public Booking booked() {
        return Objects.requireNonNull(booking, "an open slot has no booking");
    }

    public boolean isOf(UserId person) {
        return mentorId.equals(person) || isStudent(person);
    }

    public boolean isStudent(UserId person) {
        return booking != null && booking.studentId().equals(person);
    }

    /** Passes if the two will meet, and nothing is being decided. */
    public void requireConfirmed() {
        if (status != SlotStatus.CONFIRMED) {
            throw MentoringProblem.NOT_CONFIRMED.because("It is " + SlotStatus.LIFECYCLE.label(status) + ".");
        }
    }

    private void requireOpenTo(UserId student, Mentor mentor, Instant now) {
        if (student.equals(mentorId)) {
            throw MentoringProblem.OWN_SLOT.because("Choose a slot of another mentor.");
        }
        if (status != SlotStatus.TENTATIVE) {
            throw MentoringProblem.SLOT_TAKEN.because(
                    "It is " + SlotStatus.LIFECYCLE.label(status) + "; choose another one.");
        }
        mentor.requireBookable(startsAt, now);
    }

    private Booking unexpired(Instant now) {
        var expiry = booked().requestExpiresAt();
        if (expiry != null && !now.isBefore(expiry)) {
            throw MentoringProblem.REQUEST_EXPIRED.because("It was to be answered by " + expiry + ".");
        }
        return booked();
    }

    private void requireCancellationOfAnother(UserId by, SlotStatus wanted) {
        if (status != SlotStatus.CANCELLATION_REQUESTED) {
            throw MentoringProblem.ILLEGAL_TRANSITION.because("It is " + SlotStatus.LIFECYCLE.label(status)
                    + " and cannot become " + SlotStatus.LIFECYCLE.label(wanted)
                    + " by a decision: nobody has asked to cancel it.");
        }
        if (by.equals(booked().cancelRequestedBy())) {
            throw MentoringProblem.OWN_CANCELLATION.because("Wait for the other one to decide.");
        }
    }

    private Slot completed(boolean studentMissing, Instant from, String since, Instant now) {
        var over = to(SlotStatus.COMPLETED);
        if (now.isBefore(from)) {
            throw MentoringProblem.NOT_OVER.because("Wait until " + since + ", at " + from + ".");
        }
        return over.with(booked().completed(studentMissing));
    }

    private boolean isPastCutoff(Instant at) {
        return at.isAfter(startsAt.minus(Duration.ofMinutes(booked().terms().cutoffMinutes())));
    }

    private Slot to(SlotStatus next) {
        return to(next, false);
    }

    /** Asks the lifecycle first, so that a slot which cannot go there is not asked for what it does not have. */
    private Slot to(SlotStatus next, boolean available) {
        SlotStatus.LIFECYCLE.require(status, next, MentoringProblem.ILLEGAL_TRANSITION);
        return new Slot(id, mentorId, startsAt, endsAt, next, available, isGenerated, booking, version + 1);
    }

    private Slot with(Booking changed) {
        return new Slot(id, mentorId, startsAt, endsAt, status, isAvailable, isGenerated, changed, version);
    }
}
