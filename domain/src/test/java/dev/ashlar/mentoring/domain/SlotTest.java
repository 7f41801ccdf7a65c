// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.mentoring.domain.Meetings.CUTOFF;
import static dev.ashlar.mentoring.domain.Meetings.HOUR;
import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static dev.ashlar.mentoring.domain.Meetings.PENALTY;
import static dev.ashlar.mentoring.domain.Meetings.open;
import static dev.ashlar.mentoring.domain.Meetings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlotTest {
    private final Mentor mentor = Meetings.mentor();
    private final UserId student = user();
    private final OpenSlot slot = open(mentor.userId(), Duration.ofDays(3));

    @Test
    void requestsOnThePresentTerms() {
        var booking = slot.request(student, mentor, NOW).booking();

        assertThat(booking.studentId()).isEqualTo(student);
        assertThat(booking.terms()).isEqualTo(mentor.terms());
        assertThat(booking.requestExpiresAt()).isEqualTo(NOW.plus(Booking.TIME_TO_ANSWER));
        assertThat(booking.isPaid()).isFalse();
    }

    @Test
    void expiresARequestAtTheStartAtTheLatest() {
        var soon = open(mentor.userId(), Duration.ofHours(2));

        assertThat(soon.request(student, mentor, NOW).booking().requestExpiresAt())
                .isEqualTo(soon.startsAt());
    }

    @Test
    void refusesDirectBookingOfAMentorWhoRequiresARequest() {
        var shy = Mentor.of(mentor.userId(), Meetings.onRequest());

        assertRefused(MentoringProblem.REQUEST_REQUIRED, () -> slot.book(student, shy, NOW));
        assertThat(slot.request(student, shy, NOW).status()).isEqualTo(SlotStatus.MEETING_REQUESTED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENTATIVE")
    void givesOnlyAnOpenSlotAsOpen(SlotStatus status) {
        var taken = Meetings.in(status, mentor, student);

        assertRefused(MentoringProblem.SLOT_TAKEN, taken::open);
    }

    @Test
    void refusesToTreatAnOpenOrWithdrawnSlotAsBooked() {
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, slot::booked);
        var withdrawn = slot.withdraw();
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, withdrawn::booked);
        assertRefused(MentoringProblem.SLOT_TAKEN, withdrawn::open);
        assertThat(withdrawn.isOf(mentor.userId())).isTrue();
        assertThat(withdrawn.isOf(student)).isFalse();
    }

    @Test
    void refusesAMentorsBookingOfTheirOwnSlot() {
        assertRefused(MentoringProblem.OWN_SLOT, () -> slot.request(mentor.userId(), mentor, NOW));
        assertRefused(MentoringProblem.OWN_SLOT, () -> slot.book(mentor.userId(), mentor, NOW));
    }

    @Test
    void refusesABookingWithinTheNotice() {
        var tooSoon = open(mentor.userId(), HOUR.minusMillis(1));

        assertRefused(MentoringProblem.NOTICE_TOO_SHORT, () -> tooSoon.book(student, mentor, NOW));
        assertThat(open(mentor.userId(), HOUR).book(student, mentor, NOW).status())
                .isEqualTo(SlotStatus.CONFIRMED);
    }

    @Test
    void refusesABookingOfAnInactiveMentor() {
        var away = Mentor.of(mentor.userId(), Meetings.inactive());

        assertRefused(MentoringProblem.MENTOR_INACTIVE, () -> slot.book(student, away, NOW));
    }

    @Test
    void refusesToDecideAnExpiredRequest() {
        var requested = slot.request(student, mentor, NOW);
        var expiry = NOW.plus(Booking.TIME_TO_ANSWER);

        assertRefused(MentoringProblem.REQUEST_EXPIRED, () -> requested.review(expiry));
        var reviewed = requested.review(expiry.minusNanos(1));
        assertRefused(MentoringProblem.REQUEST_EXPIRED, () -> reviewed.confirm(null, expiry));
        assertThat(reviewed.confirm("https://meet.example/1", expiry.minusNanos(1))
                        .booking()
                        .meetingUrl())
                .isEqualTo("https://meet.example/1");
        assertRefused(KernelProblem.INVALID_REQUEST, () -> reviewed.confirm("javascript:alert(1)", NOW));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void chargesThePenaltyOnlyToAStudentWhoCancelsLate(long nanosAfterCutoff, boolean late) {
        var at = slot.startsAt().minus(CUTOFF).plusNanos(nanosAfterCutoff);
        var confirmed = Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student);

        assertThat(confirmed.requestCancellation(student, "Ill", at).penalty()).isEqualTo(late ? PENALTY : 0);
        assertThat(confirmed.requestCancellation(mentor.userId(), "Ill", at).penalty())
                .isZero();
    }

    @Test
    void refusesADecisionByTheRequesterOfACancellation() {
        var asked = Meetings.bookedIn(SlotStatus.CANCELLATION_REQUESTED, mentor, student);

        assertRefused(MentoringProblem.OWN_CANCELLATION, () -> asked.approveCancellation(student));
        assertRefused(MentoringProblem.OWN_CANCELLATION, () -> asked.denyCancellation(student));
        assertThat(asked.denyCancellation(mentor.userId()).booking())
                .usingRecursiveComparison()
                .isEqualTo(
                        Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student).booking());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "CANCELLATION_REQUESTED", "CANCELLED", "COMPLETED"})
    void refusesToWithdrawOrRejectWhatIsNoRequest(SlotStatus status) {
        var meeting = Meetings.bookedIn(status, mentor, student);

        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, meeting::withdrawRequest);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> meeting.reject(null));
    }

    @Test
    void keepsTheTimeAvailableOnlyIfTheStudentCancels() {
        var confirmed = Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student);

        assertThat(confirmed
                        .requestCancellation(student, "Ill", NOW)
                        .approveCancellation(mentor.userId())
                        .isAvailable())
                .isTrue();
        assertThat(confirmed
                        .requestCancellation(mentor.userId(), "Ill", NOW)
                        .approveCancellation(student)
                        .isAvailable())
                .isFalse();
        assertThat(slot.withdraw().isAvailable()).isFalse();
        assertThat(slot.request(student, mentor, NOW).reject(null).isAvailable())
                .isFalse();
        assertThat(slot.request(student, mentor, NOW).withdrawRequest().isAvailable())
                .isTrue();
    }

    @Test
    void completesAfterTheEndAndAsNoShowAfterTheStart() {
        var confirmed = Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student);

        assertRefused(
                MentoringProblem.MEETING_NOT_OVER,
                () -> confirmed.complete(slot.endsAt().minusNanos(1)));
        assertRefused(
                MentoringProblem.MEETING_NOT_OVER,
                () -> confirmed.completeAsNoShow(slot.startsAt().minusNanos(1)));
        assertThat(confirmed.complete(slot.endsAt()).noShow()).isFalse();
        var missed = confirmed.completeAsNoShow(slot.startsAt());
        assertThat(missed.status()).isEqualTo(SlotStatus.COMPLETED);
        assertThat(missed.noShow()).isTrue();
    }

    @Test
    void movesAMeetingToAnotherOpenSlotOfTheSameMentor() {
        var confirmed = Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student);
        var later = open(mentor.userId(), Duration.ofDays(4));

        var moved = confirmed.moveTo(later, mentor, NOW);

        assertThat(moved.startsAt()).isEqualTo(later.startsAt());
        assertThat(moved.endsAt()).isEqualTo(later.endsAt());
        assertThat(moved.booking()).isEqualTo(confirmed.booking());
        assertThat(moved.id()).isEqualTo(confirmed.id());
        var anothers = open(user(), Duration.ofDays(4));
        assertRefused(MentoringProblem.MENTOR_DIFFERENT, () -> confirmed.moveTo(anothers, mentor, NOW));
        var late = slot.startsAt().minus(CUTOFF).plusNanos(1);
        assertRefused(MentoringProblem.CUTOFF_PASSED, () -> confirmed.moveTo(later, mentor, late));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMED")
    void movesOnlyAConfirmedMeeting(SlotStatus status) {
        var other = Meetings.in(status, mentor, student);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> other.booked().moveTo(slot, mentor, NOW));
    }

    /** A meeting with a requested cancellation is confirmed again by a denial only. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDER_REVIEW")
    void confirmsOnlyARequestUnderReview(SlotStatus status) {
        var other = Meetings.in(status, mentor, student);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> other.booked().confirm(null, NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANCELLATION_REQUESTED")
    void decidesOnlyARequestedCancellation(SlotStatus status) {
        var other = Meetings.in(status, mentor, student);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> other.booked().approveCancellation(mentor.userId()));
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> other.booked().denyCancellation(mentor.userId()));
    }

    @ParameterizedTest
    @CsvSource({"PT14M59.999S, false", "PT15M, true", "PT8H, true", "PT8H0.001S, false"})
    void limitsTheLengthOfASlot(Duration length, boolean fine) {
        var end = NOW.plus(length);
        if (fine) {
            assertThat(new Offer(Meetings.slotId(), mentor.userId(), NOW, end, false).endsAt())
                    .isEqualTo(end);
        } else {
            assertRefused(
                    KernelProblem.INVALID_REQUEST,
                    () -> new Offer(Meetings.slotId(), mentor.userId(), NOW, end, false));
        }
    }
}
