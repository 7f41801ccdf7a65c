// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotCompleted;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlotHousekeepingTest {
    private final Practice practice = new Practice();

    @Test
    void releasesAnExpiredRequestAndReopensItsTime() {
        practice.in(SlotStatus.UNDER_REVIEW);
        assertThat(practice.housekeeping.expireRequests()).isZero();
        practice.wait(Duration.ofDays(2));

        assertThat(practice.housekeeping.expireRequests()).isEqualTo(1);

        assertThat(practice.housekeeping.expireRequests()).isZero();
        assertThat(practice.ledger.calls).containsExactly("release");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCancelled.class);
        assertThat(practice.slotStore.all()).anyMatch(slot -> slot.status() == SlotStatus.TENTATIVE);
    }

    @Test
    void approvesAnUndecidedCancellationAtTheStart() {
        practice.in(SlotStatus.CANCELLATION_REQUESTED);
        practice.wait(Duration.ofDays(3));

        assertThat(practice.housekeeping.approveUndecided()).isEqualTo(1);

        assertThat(practice.ledger.calls).containsExactly("refund");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCancelled.class);
    }

    @Test
    void refundsNoMeetingWhoseStudentObjectsAfterTheStartUntilTheMentorHasHadTime() {
        var slot = practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofDays(3).plusHours(1));
        practice.meetings.requestCancellation(practice.student, slot, "Ill");

        assertThat(practice.housekeeping.approveUndecided()).isZero();
        assertThat(practice.ledger.calls).isEmpty();
        practice.wait(Booking.TIME_TO_ANSWER);

        assertThat(practice.housekeeping.approveUndecided()).isEqualTo(1);
        assertThat(practice.ledger.calls).containsExactly("refund", "penalize 5");
    }

    @Test
    void completesAMeetingAnHourAfterItsEnd() {
        practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofDays(3).plusHours(2).minusMillis(1));
        assertThat(practice.housekeeping.completeEnded()).isZero();
        practice.wait(Duration.ofMillis(1));

        assertThat(practice.housekeeping.completeEnded()).isEqualTo(1);

        assertThat(practice.ledger.calls).containsExactly("credit 16");
        assertThat(practice.events).singleElement().isInstanceOf(SlotCompleted.class);
    }

    @Test
    void putsAsideASlotThatTheWalletCannotSettle() {
        var broken = practice.in(SlotStatus.CANCELLATION_REQUESTED);
        var other = practice.in(SlotStatus.CANCELLATION_REQUESTED, practice.mentor(Meetings.profile()));
        practice.ledger.broken.add(broken.value());
        practice.wait(Duration.ofDays(3));

        assertThat(practice.housekeeping.approveUndecided()).isEqualTo(2);

        assertThat(practice.housekeeping.approveUndecided()).isZero();
        assertThat(practice.stored(other).status()).isEqualTo(SlotStatus.CANCELLED);
        assertThat(practice.stored(broken).status()).isEqualTo(SlotStatus.CANCELLATION_REQUESTED);
        assertThat(practice.ledger.calls).containsExactly("refund");
        assertThat(practice.events).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_REQUESTED", "CONFIRMED"})
    void putsAsideAnUnsettledSlotOfADeactivatedUser(SlotStatus status) {
        var broken = practice.in(status);
        practice.ledger.broken.add(broken.value());

        assertThat(leave(practice.mentor)).isEqualTo(1);

        assertThat(leave(practice.mentor)).isZero();
        assertThat(practice.stored(broken).status()).isEqualTo(status);
        practice.wait(Duration.ofDays(9));
        assertThat(practice.housekeeping.expireRequests()).isZero();
        assertThat(practice.housekeeping.completeEnded()).isZero();
        assertThat(practice.ledger.calls).isEmpty();
        assertThat(practice.events).isEmpty();
    }

    @Test
    void putsAsideAMeetingWhoseMentorHasNoWallet() {
        var broken = practice.in(SlotStatus.CONFIRMED);
        practice.ledger.broken.add(broken.value());
        practice.wait(Duration.ofDays(9));

        assertThat(practice.housekeeping.completeEnded()).isEqualTo(1);
        assertThat(practice.housekeeping.completeEnded()).isZero();
        assertThat(practice.stored(broken).status()).isEqualTo(SlotStatus.CONFIRMED);
    }

    @Test
    void removesOpenSlotsOfThePast() {
        practice.in(SlotStatus.TENTATIVE);
        practice.wait(Duration.ofDays(4));

        assertThat(practice.housekeeping.removePast()).isEqualTo(1);
        assertThat(practice.slotStore.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endsTheFutureOfADeactivatedMentorOnce(SlotStatus status) {
        practice.in(status);
        var given = switch (status) {
            case MEETING_REQUESTED, UNDER_REVIEW -> List.of("release");
            case CONFIRMED, CANCELLATION_REQUESTED -> List.of("refund");
            case TENTATIVE, CANCELLED, COMPLETED -> List.<String>of();
        };

        leave(practice.mentor);

        assertThat(leave(practice.mentor)).isZero();
        assertThat(practice.ledger.calls).isEqualTo(given);
        assertThat(practice.events).hasSize(given.isEmpty() ? 0 : 1);
        assertThat(practice.slotStore.all()).noneMatch(slot -> slot.status() == SlotStatus.TENTATIVE);
        assertThat(practice.mentorStore
                        .find(practice.mentor.userId())
                        .orElseThrow()
                        .profile()
                        .isActive())
                .isFalse();
    }

    @Test
    void reopensTheTimeOfADeactivatedStudentWithoutPenalty() {
        practice.in(SlotStatus.CONFIRMED);
        practice.wait(Duration.ofDays(3).minusHours(1));

        assertThat(leave(practice.student)).isEqualTo(1);

        assertThat(practice.ledger.calls).containsExactly("refund");
        assertThat(practice.slotStore.all()).anyMatch(slot -> slot.status() == SlotStatus.TENTATIVE);
    }

    @Test
    void changesNothingForAnActiveUser() {
        practice.in(SlotStatus.CONFIRMED);
        assertThat(practice.housekeeping.endFutureOf(practice.student.userId())).isZero();

        assertThat(practice.housekeeping.endFutureOf(practice.mentor.userId())).isZero();

        assertThat(practice.ledger.calls).isEmpty();
        assertThat(practice.mentorStore
                        .find(practice.mentor.userId())
                        .orElseThrow()
                        .profile()
                        .isActive())
                .isTrue();
    }

    /** Returns how many slots that concerned. */
    private int leave(Actor person) {
        practice.people.deactivated.add(person.userId());
        return practice.housekeeping.endFutureOf(person.userId());
    }
}
