// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.HOUR;
import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static dev.ashlar.mentoring.domain.Meetings.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract of every store of slots, for its use by jobs. */
public abstract class SlotJobsContract extends SlotStore {
    @Test
    void removesOpenSlotsOfThePastInBatches() {
        for (int hours = 1; hours <= 3; hours++) {
            added(open(mentor.userId(), HOUR.multipliedBy(-hours)));
        }
        var future = added(open(mentor.userId(), HOUR));

        assertThat(slots().removePast(NOW, 2)).isEqualTo(2);
        assertThat(slots().removePast(NOW, 2)).isEqualTo(1);
        assertThat(slots().removePast(NOW, 2)).isZero();
        assertThat(slots().find(future.id())).isPresent();
    }

    @Test
    void locksExpiredRequests() {
        var requested = storedIn(SlotStatus.MEETING_REQUESTED);
        var expiry = NOW.plus(Booking.TIME_TO_ANSWER);

        assertThat(slots().lockExpired(expiry.minusMillis(1), 9)).isEmpty();
        assertFound(slots().lockExpired(expiry, 9), requested);
        cancelled(requested);
        assertThat(slots().lockExpired(expiry, 9)).isEmpty();
    }

    @Test
    void locksExpiredRequestsInBatches() {
        for (int days = 3; days <= 5; days++) {
            var slot = added(open(mentor.userId(), Duration.ofDays(days)));
            var requested = changed(slot, slot.request(student, mentor, NOW));
            changed(requested, requested.review(NOW));
        }
        var later = NOW.plus(Duration.ofDays(9));

        var batch = slots().lockExpired(later, 2);
        assertThat(batch).hasSize(2);
        slots().cancelAll(batch.stream().map(BookedSlot::id).toList(), false, "Not answered", NOW);
        assertThat(slots().lockExpired(later, 2)).hasSize(1);
    }

    @Test
    void locksUndecidedCancellations() {
        var asked = storedIn(SlotStatus.CANCELLATION_REQUESTED);

        assertThat(slots().lockUndecided(asked.startsAt().minusMillis(1), 9)).isEmpty();
        assertFound(slots().lockUndecided(asked.startsAt(), 9), asked);
        cancelled(asked);
        assertThat(slots().lockUndecided(asked.startsAt(), 9)).isEmpty();
    }

    @Test
    void leavesACancellationRequestedAfterTheStartToTheOtherParticipant() {
        var confirmed = storedIn(SlotStatus.CONFIRMED);
        var start = confirmed.startsAt();
        var asked = changed(confirmed, confirmed.requestCancellation(student, "Ill", start));
        var due = start.plus(Booking.TIME_TO_ANSWER);

        assertThat(slots().lockUndecided(due.minusMillis(1), 9)).isEmpty();
        assertFound(slots().lockUndecided(due, 9), asked);
    }

    @Test
    void locksAndCompletesEndedMeetings() {
        var confirmed = storedIn(SlotStatus.CONFIRMED);

        assertThat(slots().lockEnded(confirmed.endsAt().minusMillis(1), 9)).isEmpty();
        assertFound(slots().lockEnded(confirmed.endsAt(), 9), confirmed);
        assertThat(slots().completeAll(List.of(confirmed.id()), NOW))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(slot).usingRecursiveComparison().isEqualTo(confirmed.complete(confirmed.endsAt()));
                    assertStored(slot);
                });
        assertThat(slots().lockEnded(confirmed.endsAt(), 9)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void locksTheFutureBookedSlotsOfEitherRole(SlotStatus status) {
        var slot = status == SlotStatus.TENTATIVE ? added(open(mentor.userId(), Duration.ofDays(3))) : storedIn(status);
        boolean ended = SlotStatus.LIFECYCLE.endsAt(status);

        assertThat(slots().lockFuture(mentor.userId(), slot.startsAt(), 9))
                .as("has begun")
                .isEmpty();
        assertThat(slots().lockFuture(Meetings.user(), NOW, 9)).isEmpty();
        int booked = ended || status == SlotStatus.TENTATIVE ? 0 : 1;
        assertThat(slots().lockFuture(mentor.userId(), NOW, 9)).hasSize(booked);
        assertThat(slots().lockFuture(student, NOW, 9)).hasSize(booked);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TENTATIVE", "CANCELLED", "COMPLETED"})
    void cancelsABookedSlotWithReasonAndAvailability(SlotStatus status) {
        var slot = storedIn(status);

        var cancelled = cancelled(slot);

        assertThat(cancelled.status()).isEqualTo(SlotStatus.CANCELLED);
        assertThat(cancelled.isAvailable()).isTrue();
        assertThat(cancelled.version()).isEqualTo(slot.version() + (status == SlotStatus.CONFIRMED ? 2 : 1));
        assertThat(cancelled.booking().cancelReason())
                .as("the requester's reason is kept")
                .isEqualTo(status == SlotStatus.CANCELLATION_REQUESTED ? "Ill" : "For a test");
        assertStored(cancelled);
    }

    @Test
    void cancelsSlotsWhoseTimeIsNotAvailable() {
        var meeting = storedIn(SlotStatus.CONFIRMED);

        assertThat(slots().cancelAll(List.of(meeting.id()), false, "For a test", NOW))
                .singleElement()
                .satisfies(cancelled -> assertThat(cancelled.isAvailable()).isFalse());
        assertThat(slots().cancelAll(List.of(), false, "For a test", NOW)).isEmpty();
    }

    @Test
    void removesTheFutureOpenSlotsOfAMentor() {
        var meeting = storedIn(SlotStatus.CONFIRMED);
        var offered = added(open(mentor.userId(), HOUR));
        var past = added(open(mentor.userId(), HOUR.negated()));

        assertThat(slots().removeOpen(Meetings.user(), NOW)).isZero();
        assertThat(slots().removeOpen(mentor.userId(), NOW)).isEqualTo(1);

        assertThat(slots().find(offered.id())).isEmpty();
        assertThat(slots().find(past.id())).isPresent();
        assertStored(meeting);
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETING_REQUESTED", "CONFIRMED", "CANCELLATION_REQUESTED"})
    void skipsASlotPutAsideUntilAPersonChangesIt(SlotStatus status) {
        var slot = storedIn(status);
        assertThat(due()).isPositive();

        assertThat(slots().putAside(List.of(slot.id()), NOW)).isEqualTo(1);

        assertThat(due()).isZero();
        assertStored(slot);
        if (status == SlotStatus.CONFIRMED) {
            changed(slot, slot.requestCancellation(student, "Ill", NOW));
            assertThat(due()).isPositive();
        }
    }

    private int due() {
        var late = NOW.plus(Duration.ofDays(99));
        return slots().lockExpired(late, 9).size()
                + slots().lockUndecided(late, 9).size()
                + slots().lockEnded(late, 9).size()
                + slots().lockFuture(student, NOW, 9).size();
    }

    private BookedSlot cancelled(BookedSlot slot) {
        return slots().cancelAll(List.of(slot.id()), true, "For a test", NOW).getFirst();
    }

    private static void assertFound(List<BookedSlot> found, BookedSlot expected) {
        assertThat(found).usingRecursiveFieldByFieldElementComparator().containsExactly(expected);
    }
}
