// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.mentoring.application.BookingServiceTest.assertMayNot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotCompleted;
import dev.ashlar.mentoring.application.BookingServiceTest.Operation;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingServiceTest {
    private final Practice practice = new Practice();

    @ParameterizedTest
    @CsvSource({"47, false", "49, true"})
    void refundsThePriceLessThePenaltyOfALateCancellation(long hours, boolean late) {
        var id = practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofHours(hours));
        practice.meetings.requestCancellation(practice.student, id, "Ill");

        practice.meetings.approveCancellation(practice.mentor, id);

        assertThat(practice.ledger.calls)
                .containsExactlyElementsOf(late ? List.of("refund", "penalize 5") : List.of("refund"));
        assertThat(practice.events).singleElement().isInstanceOf(SlotCancelled.class);
        assertThat(practice.slotStore.all()).anyMatch(slot -> slot.status() == SlotStatus.TENTATIVE);
    }

    @Test
    void refusesACancellationThatCannotBeRefunded() {
        var id = practice.in(SlotStatus.CANCELLATION_REQUESTED);
        practice.ledger.broken.add(id.value());

        assertRefused(
                MentoringProblem.MEETING_NOT_REFUNDABLE,
                () -> practice.meetings.approveCancellation(practice.mentor, id));
    }

    @Test
    void letsAnAdministratorCancelWithoutARefund() {
        var id = practice.in(SlotStatus.CANCELLATION_REQUESTED);
        practice.ledger.broken.add(id.value());

        practice.meetings.approveCancellation(practice.admin, id);

        assertThat(practice.stored(id).status()).isEqualTo(SlotStatus.CANCELLED);
        assertThat(practice.ledger.calls).isEmpty();
    }

    @Test
    void doesNotReopenTimeThatTheMentorCancels() {
        var id = practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofHours(60));
        practice.meetings.requestCancellation(practice.mentor, id, "Ill");

        practice.meetings.approveCancellation(practice.student, id);

        assertThat(practice.ledger.calls).containsExactly("refund");
        assertThat(practice.slotStore.all()).noneMatch(slot -> slot.status() == SlotStatus.TENTATIVE);
    }

    @Test
    void letsOnlyParticipantsRequestACancellation() {
        var id = practice.in(SlotStatus.CONFIRMED);
        Operation ask = (actor, slot) -> practice.meetings.requestCancellation(actor, slot, "Ill");

        assertMayNot(practice.admin, KernelProblem.FORBIDDEN, ask, id);
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, ask, id);
    }

    @Test
    void letsOnlyTheOtherParticipantOrAnAdministratorDecideACancellation() {
        var id = practice.in(SlotStatus.CANCELLATION_REQUESTED);
        for (var operation :
                List.<Operation>of(practice.meetings::approveCancellation, practice.meetings::denyCancellation)) {
            assertMayNot(practice.student, MentoringProblem.OWN_CANCELLATION, operation, id);
            assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, operation, id);
        }
        assertThat(practice.meetings.denyCancellation(practice.admin, id).status())
                .isEqualTo(SlotStatus.CONFIRMED);
        assertThat(practice.ledger.calls).isEmpty();
    }

    @Test
    void creditsTheEarningOfACompletedMeeting() {
        var id = practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofDays(4));
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, practice.meetings::complete, id);

        practice.meetings.complete(practice.student, id);

        assertThat(practice.ledger.calls).containsExactly("credit 16");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCompleted.class);
        assertRefused(MentoringProblem.ILLEGAL_TRANSITION, () -> practice.meetings.complete(practice.student, id));
    }

    @Test
    void letsTheMentorCompleteAsNoShow() {
        var id = practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofDays(4));
        assertMayNot(practice.student, KernelProblem.FORBIDDEN, practice.meetings::completeAsNoShow, id);

        assertThat(practice.meetings
                        .completeAsNoShow(practice.mentor, id)
                        .progress()
                        .noShow())
                .isTrue();
        assertThat(practice.ledger.calls).containsExactly("credit 16");
    }

    @Test
    void takesFeedbackOfEachParticipantOnce() {
        var id = practice.in(SlotStatus.COMPLETED);

        var said = practice.meetings.giveFeedback(practice.student, id, 5, "Good");

        assertThat(said.aboutId()).isEqualTo(practice.mentor.userId());
        assertThat(practice.meetings.giveFeedback(practice.mentor, id, 4, null).aboutId())
                .isEqualTo(practice.student.userId());
        assertRefused(
                MentoringProblem.FEEDBACK_GIVEN, () -> practice.meetings.giveFeedback(practice.student, id, 1, "Bad"));
        Operation rate = (actor, slot) -> practice.meetings.giveFeedback(actor, slot, 1, null);
        assertMayNot(practice.admin, KernelProblem.FORBIDDEN, rate, id);
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, rate, id);
    }

    @Test
    void refusesFeedbackBeforeCompletion() {
        var id = practice.in(SlotStatus.CONFIRMED);
        assertRefused(
                MentoringProblem.MEETING_NOT_COMPLETED,
                () -> practice.meetings.giveFeedback(practice.student, id, 5, null));
    }

    @Test
    void namesTheOtherParticipantInAnInvitation() {
        practice.people.names.put(practice.mentor.userId(), "Mira Keller");
        practice.people.names.put(practice.student.userId(), "Ada Lovelace");
        var id = practice.in(SlotStatus.CONFIRMED);

        assertThat(practice.meetings.invitation(practice.student, id).summary())
                .isEqualTo("Mentoring with Mira Keller");
        assertThat(practice.meetings.invitation(practice.mentor, id).summary())
                .isEqualTo("Mentoring with Ada Lovelace");
        assertThat(practice.meetings.invitation(practice.admin, id).summary())
                .isEqualTo("Mentoring: Mira Keller and Ada Lovelace");
    }

    @Test
    void invitesThoughTheAccountOfAParticipantIsGone() {
        var id = practice.in(SlotStatus.CONFIRMED);

        assertThat(practice.meetings.invitation(practice.student, id).summary()).isEqualTo("Mentoring with a mentor");
        assertThat(practice.meetings.invitation(practice.mentor, id).summary()).isEqualTo("Mentoring with a student");
    }

    @Test
    void refusesAnInvitationToAnUnconfirmedMeeting() {
        var requested = practice.in(SlotStatus.MEETING_REQUESTED);
        assertRefused(
                MentoringProblem.MEETING_NOT_CONFIRMED,
                () -> practice.meetings.invitation(practice.student, requested));
        assertMayNot(practice.stranger, MentoringProblem.SLOT_NOT_FOUND, practice.meetings::invitation, requested);
    }
}
