// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotConfirmed;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingServiceTest {
    private final Practice practice = new Practice();

    @Test
    void holdsThePriceOfARequestAndPublishesNothing() {
        var id = practice.in(SlotStatus.TENTATIVE);

        var slot = practice.bookings.request(practice.student, id, ExpectedTerms.ANY);

        assertThat(slot.status()).isEqualTo(SlotStatus.MEETING_REQUESTED);
        assertThat(slot.terms().studentId()).isEqualTo(practice.student.userId());
        assertThat(practice.ledger.calls).containsExactly("hold 20");
        assertThat(practice.events).isEmpty();
    }

    @Test
    void spendsThePriceOfABooking() {
        var id = practice.in(SlotStatus.TENTATIVE);

        practice.bookings.book(practice.student, id, ExpectedTerms.ANY);

        assertThat(practice.ledger.calls).containsExactly("spend 20");
        assertThat(practice.events).singleElement().isInstanceOf(SlotConfirmed.class);
    }

    @Test
    void booksUnderTheExpectedTermsOnly() {
        var id = practice.in(SlotStatus.TENTATIVE);
        var terms = Meetings.profile().terms();
        var changed = List.of(
                new ExpectedTerms(terms.tokenPrice() - 1, null, null),
                new ExpectedTerms(null, terms.penaltyTokens() - 1, null),
                new ExpectedTerms(null, null, terms.cancelCutoffMinutes() - 1));

        for (var expected : changed) {
            assertRefused(
                    MentoringProblem.TERMS_CHANGED, () -> practice.bookings.request(practice.student, id, expected));
            assertRefused(MentoringProblem.TERMS_CHANGED, () -> practice.bookings.book(practice.student, id, expected));
        }
        assertThat(practice.ledger.calls).isEmpty();

        var same = new ExpectedTerms(terms.tokenPrice(), terms.penaltyTokens(), terms.cancelCutoffMinutes());
        assertThat(practice.bookings.request(practice.student, id, same).status())
                .isEqualTo(SlotStatus.MEETING_REQUESTED);
    }

    @Test
    void movesNoTokensForAFreeMeeting() {
        var free = practice.mentor(Meetings.at(0));
        var open = Meetings.open(free.userId(), Duration.ofDays(3));
        assertThat(practice.slotStore.add(open, Meetings.NOW)).isTrue();

        practice.bookings.book(practice.student, open.id(), ExpectedTerms.ANY);
        practice.meetings.requestCancellation(practice.student, open.id(), "Ill");
        practice.meetings.approveCancellation(free, open.id());

        assertThat(practice.ledger.calls).isEmpty();
    }

    @Test
    void capturesTheHoldAndUsesTheMentorsUsualPlace() {
        var id = practice.in(SlotStatus.UNDER_REVIEW);

        var slot = practice.bookings.confirm(practice.mentor, id, null);

        assertThat(slot.progress().meetingUrl()).isEqualTo("https://meet.example/mira");
        assertThat(practice.ledger.calls).containsExactly("capture");
        assertThat(practice.events).singleElement().isInstanceOf(SlotConfirmed.class);
    }

    @Test
    void releasesTheHoldOfARejectedRequest() {
        var id = practice.in(SlotStatus.MEETING_REQUESTED);

        practice.bookings.reject(practice.mentor, id, "No time");

        assertThat(practice.ledger.calls).containsExactly("release");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCancelled.class);
        assertThat(practice.stored(id).booked().booking().cancelReason()).isEqualTo("No time");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_REQUESTED", "UNDER_REVIEW"})
    void releasesTheHoldOfAWithdrawnRequestAndReopensItsTime(SlotStatus status) {
        var id = practice.in(status);
        var before = practice.stored(id);

        var withdrawn = practice.bookings.withdrawRequest(practice.student, id);

        assertThat(withdrawn.status()).isEqualTo(SlotStatus.CANCELLED);
        assertThat(practice.ledger.calls).containsExactly("release");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCancelled.class);
        assertThat(practice.slotStore.all())
                .anyMatch(slot ->
                        slot.status() == SlotStatus.TENTATIVE && slot.startsAt().equals(before.startsAt()));
        assertRefused(
                MentoringProblem.ILLEGAL_TRANSITION, () -> practice.bookings.withdrawRequest(practice.student, id));
    }

    @Test
    void letsOnlyTheStudentOrAnAdministratorWithdrawARequest() {
        var requested = practice.in(SlotStatus.MEETING_REQUESTED);

        assertMayNot(practice.mentor, KernelProblem.FORBIDDEN, practice.bookings::withdrawRequest, requested);
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, practice.bookings::withdrawRequest, requested);
        assertThat(practice.bookings.withdrawRequest(practice.admin, requested).status())
                .isEqualTo(SlotStatus.CANCELLED);
    }

    @Test
    void refusesToWithdrawAConfirmedMeeting() {
        var confirmed = practice.in(SlotStatus.CONFIRMED);

        assertThat(assertRefused(
                                MentoringProblem.ILLEGAL_TRANSITION,
                                () -> practice.bookings.withdrawRequest(practice.student, confirmed))
                        .detail())
                .isEqualTo(
                        "Slot " + confirmed.value() + " is confirmed and cannot be withdrawn. Only a request can be.");
        assertThat(practice.ledger.calls).isEmpty();
    }

    @Test
    void letsOnlyTheMentorOrAnAdministratorDecide() {
        var requested = practice.in(SlotStatus.MEETING_REQUESTED);
        for (var operation : List.<Operation>of(
                practice.bookings::review,
                (actor, id) -> practice.bookings.confirm(actor, id, null),
                (actor, id) -> practice.bookings.reject(actor, id, null))) {
            assertMayNot(practice.student, KernelProblem.FORBIDDEN, operation, requested);
            assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, operation, requested);
            assertMayNot(practice.admin, MentoringProblem.SLOT_NOT_FOUND, operation, Meetings.slotId());
        }
        assertThat(practice.bookings.review(practice.admin, requested).status()).isEqualTo(SlotStatus.UNDER_REVIEW);
    }

    @Test
    void reschedulesAndReopensTheFormerTime() {
        var id = practice.in(SlotStatus.CONFIRMED);
        var before = practice.stored(id);
        var later = Meetings.open(practice.mentor.userId(), Duration.ofDays(5));
        assertThat(practice.slotStore.add(later, Meetings.NOW)).isTrue();

        var moved = practice.bookings.reschedule(practice.student, id, later.id());

        assertThat(moved.startsAt()).isEqualTo(later.startsAt());
        assertThat(practice.slotStore.find(later.id())).isEmpty();
        assertThat(practice.slotStore.all())
                .anyMatch(slot ->
                        slot.status() == SlotStatus.TENTATIVE && slot.startsAt().equals(before.startsAt()));
        assertThat(practice.ledger.calls).isEmpty();
        assertThat(practice.events).singleElement().isInstanceOf(SlotConfirmed.class);
    }

    @Test
    void letsOnlyTheStudentReschedule() {
        var id = practice.in(SlotStatus.CONFIRMED);
        Operation move = (actor, slot) -> practice.bookings.reschedule(actor, slot, id);

        assertMayNot(practice.mentor, KernelProblem.FORBIDDEN, move, id);
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, move, id);
    }

    static void assertMayNot(Actor actor, ProblemType reason, Operation operation, SlotId slot) {
        assertRefused(reason, () -> operation.by(actor, slot));
    }

    @FunctionalInterface
    interface Operation {
        Object by(Actor actor, SlotId slot);
    }
}
