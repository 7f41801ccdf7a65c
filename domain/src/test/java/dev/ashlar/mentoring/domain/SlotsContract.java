// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.HOUR;
import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static dev.ashlar.mentoring.domain.Meetings.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract of every store of slots, for its use by people. */
public abstract class SlotsContract extends SlotStore {
    @Test
    void returnsEveryFieldOfAnOpenSlot() {
        assertStored(added(open(mentor.userId(), HOUR)));
        assertStored(added(generated(HOUR.multipliedBy(2))));
        assertThat(slots().find(Meetings.slotId())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENTATIVE")
    void returnsEveryFieldOfABookedSlot(SlotStatus status) {
        assertStored(storedIn(status));
    }

    @Test
    void returnsEveryFieldOfAWithdrawnSlot() {
        assertStored(withdrawn(added(open(mentor.userId(), HOUR))));
    }

    @Test
    void withdrawsASlotOnceIfItIsUnchanged() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var booked = added(open(mentor.userId(), Duration.ofDays(4)));
        changed(booked, booked.book(student, mentor, NOW));

        withdrawn(slot);

        assertThat(slots().withdraw(slot.withdraw(), mentor.userId(), NOW)).isFalse();
        assertThat(slots().withdraw(booked.withdraw(), mentor.userId(), NOW)).isFalse();
        assertThat(slots().withdraw(open(mentor.userId(), HOUR).withdraw(), mentor.userId(), NOW))
                .isFalse();
    }

    @Test
    void refusesOverlappingSlotsOfAMentor() {
        var slot = added(open(mentor.userId(), HOUR));

        assertThat(slots().add(open(mentor.userId(), HOUR.plusMinutes(59)), NOW))
                .isFalse();
        assertThat(slots().add(open(mentor.userId(), HOUR.minusMinutes(59)), NOW))
                .isFalse();
        added(open(mentor.userId(), HOUR.multipliedBy(2)));
        withdrawn(slot);
        added(open(mentor.userId(), HOUR));
    }

    @Test
    void storesTheFirstChangeOfAVersionOnly() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var requested = slot.request(student, mentor, NOW);

        assertThat(slots().change(Meetings.change(slot, requested))).isTrue();
        assertThat(slots().change(Meetings.change(slot, slot.request(Meetings.user(), mentor, NOW))))
                .isFalse();

        assertStored(requested);
        var unknown = open(mentor.userId(), Duration.ofDays(5));
        assertThat(slots().change(Meetings.change(unknown, unknown.request(student, mentor, NOW))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENTATIVE")
    void countsOpenRequestsOfAStudent(SlotStatus status) {
        var slot = storedIn(status);
        boolean open = status == SlotStatus.MEETING_REQUESTED || status == SlotStatus.UNDER_REVIEW;

        assertThat(slots().countOpenRequests(
                                student, mentor.userId(), slot.startsAt().minusMillis(1)))
                .isEqualTo(open ? new OpenRequests(1, 1) : new OpenRequests(0, 0));
        assertThat(slots().countOpenRequests(
                                student, Meetings.user(), slot.startsAt().minusMillis(1))
                        .withMentor())
                .isZero();
        assertThat(slots().countOpenRequests(student, mentor.userId(), slot.startsAt())
                        .total())
                .isZero();
        assertThat(slots().countOpenRequests(mentor.userId(), mentor.userId(), NOW)
                        .total())
                .isZero();
    }

    @Test
    void movesAMeetingOnce() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var confirmed = changed(slot, slot.book(student, mentor, NOW));
        var moved = confirmed.moveTo(open(mentor.userId(), Duration.ofDays(4)), mentor, NOW);
        var movedElsewhere = confirmed.moveTo(open(mentor.userId(), Duration.ofDays(5)), mentor, NOW);

        changed(confirmed, moved);

        assertThat(slots().change(Meetings.change(confirmed, movedElsewhere))).isFalse();
        assertStored(moved);
    }

    @Test
    void offersSlotsOutsideTheBufferOnly() {
        added(open(mentor.userId(), HOUR));
        var tooClose = generated(HOUR.multipliedBy(2).plusMinutes(14));
        var justRight = generated(HOUR.multipliedBy(2).plusMinutes(15));
        var tooEarly = generated(Duration.ofMinutes(-14));

        assertThat(slots().offer(List.of(tooClose), NOW)).isZero();
        assertThat(slots().offer(List.of(tooEarly), NOW)).isZero();
        assertThat(slots().offer(List.of(justRight), NOW)).isEqualTo(1);
        assertThat(slots().offer(List.of(justRight), NOW)).isZero();
        assertThat(slots().offer(List.of(), NOW)).isZero();
        assertStored(justRight);
    }

    @Test
    void offersNoTimeThatTheMentorWithdrew() {
        withdrawn(added(open(mentor.userId(), HOUR)));
        var givenBack = added(open(mentor.userId(), Duration.ofDays(3)));
        var confirmed = changed(givenBack, givenBack.book(student, mentor, NOW));
        var asked = changed(confirmed, confirmed.requestCancellation(student, "Ill", NOW));
        changed(asked, asked.approveCancellation(mentor.userId()));

        assertThat(slots().offer(List.of(generated(HOUR), generated(Duration.ofDays(3))), NOW))
                .isEqualTo(1);
        added(open(mentor.userId(), HOUR));
    }

    @Test
    void removesASlotThatIsStillOpen() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var taken = added(open(mentor.userId(), Duration.ofDays(4)));
        withdrawn(taken);

        assertThat(slots().remove(slot.id(), slot.version() + 1)).isFalse();
        assertThat(slots().remove(slot.id(), slot.version())).isTrue();
        assertThat(slots().remove(slot.id(), slot.version())).isFalse();
        assertThat(slots().remove(taken.id(), taken.version() + 1)).isFalse();
        assertThat(slots().find(slot.id())).isEmpty();
    }

    @Test
    void removesOnlyGeneratedOpenSlotsOfTheFuture() {
        var kept = Stream.<Slot>of(
                        added(open(mentor.userId(), HOUR)),
                        added(generated(HOUR.negated())),
                        booked(generated(Duration.ofDays(3))))
                .map(Slot::id)
                .toList();
        var gone = added(generated(HOUR.multipliedBy(2)));

        assertThat(slots().removeGenerated(mentor.userId(), NOW)).isEqualTo(1);

        assertThat(kept).allMatch(id -> slots().find(id).isPresent());
        assertThat(slots().find(gone.id())).isEmpty();
        assertThat(slots().removeGenerated(student, NOW)).isZero();
    }

    @Test
    void locksCalendarsInTheOrderOfTheirOwners() {
        assertThat(slots().lockCalendars(List.of(mentor.userId(), student))).containsExactly(mentor.userId(), student);
    }

    private BookedSlot booked(OpenSlot slot) {
        added(slot);
        return changed(slot, slot.book(student, mentor, NOW));
    }

    private OpenSlot generated(Duration fromNow) {
        return Meetings.generated(mentor.userId(), fromNow);
    }
}
