package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.HOUR;
import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static dev.ashlar.mentoring.domain.Meetings.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of slots does. */
public abstract class SlotsContract {
    protected final Mentor mentor = Mentor.of(Meetings.somebody(), Meetings.profile("UTC", 60, 15));
    protected final UserId student = Meetings.somebody();

    protected abstract Slots slots();

    protected abstract Mentors mentors();

    @BeforeEach
    void addMentor() {
        assertThat(mentors().add(mentor, NOW)).isTrue();
    }

    @Test
    void keepsEveryFieldOfAnOpenSlot() {
        assertStored(added(open(mentor.userId(), HOUR)));
        assertStored(added(Meetings.generated(open(mentor.userId(), HOUR.multipliedBy(2)))));
        assertThat(slots().find(Meetings.slotId())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TENTATIVE")
    void keepsEveryFieldOfATakenSlot(SlotStatus status) {
        assertStored(stored(Meetings.in(status, mentor, student)));
    }

    @Test
    void aMentorsSlotsDoNotOverlap() {
        var slot = added(open(mentor.userId(), HOUR));

        assertThat(slots().add(open(mentor.userId(), HOUR.plusMinutes(59)), NOW))
                .isFalse();
        assertThat(slots().add(open(mentor.userId(), HOUR.minusMinutes(59)), NOW))
                .isFalse();
        added(open(mentor.userId(), HOUR.multipliedBy(2)));
        changed(slot, slot.withdraw());
        added(open(mentor.userId(), HOUR));
    }

    @Test
    void theFirstChangeOfAVersionStands() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var requested = slot.request(student, mentor, NOW);

        assertThat(slots().change(Meetings.change(slot, requested))).isTrue();
        assertThat(slots().change(Meetings.change(slot, slot.request(Meetings.somebody(), mentor, NOW))))
                .isFalse();

        assertStored(requested);
        var unknown = open(mentor.userId(), HOUR);
        assertThat(slots().change(Meetings.change(unknown, unknown.withdraw()))).isFalse();
    }

    @Test
    void generatedSlotsKeepTheBufferToAllOthers() {
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
    void aTimeThatTheMentorTookBackIsNotOfferedAgain() {
        var withdrawn = added(open(mentor.userId(), HOUR));
        changed(withdrawn, withdrawn.withdraw());
        var givenBack = added(open(mentor.userId(), Duration.ofDays(3)));
        var confirmed = changed(givenBack, givenBack.book(student, mentor, NOW));
        var asked = changed(confirmed, confirmed.requestCancellation(student, "Ill", NOW));
        changed(asked, asked.approveCancellation(mentor.userId()));

        assertThat(slots().offer(List.of(generated(HOUR), generated(Duration.ofDays(3))), NOW))
                .isEqualTo(1);
        added(open(mentor.userId(), HOUR));
    }

    @Test
    void anOpenSlotIsRemovedIfItIsStillOpen() {
        var slot = added(open(mentor.userId(), Duration.ofDays(3)));
        var taken = added(open(mentor.userId(), Duration.ofDays(4)));
        changed(taken, taken.withdraw());

        assertThat(slots().remove(slot.id(), slot.version() + 1)).isFalse();
        assertThat(slots().remove(slot.id(), slot.version())).isTrue();
        assertThat(slots().remove(slot.id(), slot.version())).isFalse();
        assertThat(slots().remove(taken.id(), taken.version() + 1)).isFalse();
        assertThat(slots().find(slot.id())).isEmpty();
    }

    @Test
    void onlyGeneratedOpenSlotsOfTheFutureGoWithTheAvailability() {
        var kept = Stream.of(
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
    void openSlotsOfThePastAreRemovedBatchByBatch() {
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
    void requestsExpireAndLeaveTheirTimeOpen() {
        var requested = stored(Meetings.in(SlotStatus.MEETING_REQUESTED, mentor, student));
        var expiry = NOW.plus(Slot.TIME_TO_ANSWER);

        assertThat(slots().expireRequests("Not answered", expiry.minusMillis(1), 9))
                .isEmpty();
        var expired = slots().expireRequests("Not answered", expiry, 9);

        assertThat(expired).singleElement().satisfies(slot -> {
            assertThat(slot.id()).isEqualTo(requested.id());
            assertThat(slot.status()).isEqualTo(SlotStatus.CANCELLED);
            assertThat(slot.isAvailable()).isTrue();
            assertThat(slot.booked().cancelReason()).isEqualTo("Not answered");
            assertThat(slot.version()).isEqualTo(requested.version() + 1);
            assertStored(slot);
        });
        assertThat(slots().expireRequests("Not answered", expiry, 9)).isEmpty();
    }

    @Test
    void requestsExpireBatchByBatch() {
        for (int days = 3; days <= 5; days++) {
            var slot = added(open(mentor.userId(), Duration.ofDays(days)));
            var requested = changed(slot, slot.request(student, mentor, NOW));
            changed(requested, requested.review(NOW));
        }
        var later = NOW.plus(Duration.ofDays(9));

        assertThat(slots().expireRequests("Not answered", later, 2)).hasSize(2);
        assertThat(slots().expireRequests("Not answered", later, 2)).hasSize(1);
    }

    @Test
    void whoSaysNothingToACancellationUntilTheStartAgrees() {
        var asked = stored(Meetings.in(SlotStatus.CANCELLATION_REQUESTED, mentor, student));

        assertThat(slots().approveUndecided("Nobody objected", asked.startsAt().minusMillis(1), 9))
                .isEmpty();
        assertThat(slots().approveUndecided("Nobody objected", asked.startsAt(), 9))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(slot.status()).isEqualTo(SlotStatus.CANCELLED);
                    assertThat(slot.booked().cancelRequestedBy()).isEqualTo(student);
                    assertThat(slot.booked().cancelReason()).isEqualTo("Ill");
                    assertStored(slot);
                });
    }

    @Test
    void meetingsThatHaveEndedAreCompleted() {
        var confirmed = stored(Meetings.in(SlotStatus.CONFIRMED, mentor, student));

        assertThat(slots().completeEnded(confirmed.endsAt().minusMillis(1), NOW, 9))
                .isEmpty();
        assertThat(slots().completeEnded(confirmed.endsAt(), NOW, 9))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(slot.status()).isEqualTo(SlotStatus.COMPLETED);
                    assertThat(slot.booked().earningsCredited()).isTrue();
                    assertThat(slot.booked().noShow()).isFalse();
                    assertStored(slot);
                });
        assertThat(slots().completeEnded(confirmed.endsAt(), NOW, 9)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesHasNoFutureMeetings(SlotStatus status) {
        var slot = stored(Meetings.in(status, mentor, student));
        boolean ended = SlotStatus.LIFECYCLE.endsAt(status);

        assertThat(slots().cancelFuture(mentor.userId(), "Left", slot.startsAt(), 9))
                .as("has begun")
                .isEmpty();
        var cancelled = slots().cancelFuture(mentor.userId(), "Left", NOW, 9);

        assertThat(cancelled).hasSize(ended ? 0 : 1).allSatisfy(gone -> {
            assertThat(gone.status()).isEqualTo(SlotStatus.CANCELLED);
            assertThat(gone.isAvailable()).isFalse();
            assertThat(gone.version()).isEqualTo(slot.version() + (status == SlotStatus.CONFIRMED ? 2 : 1));
            assertStored(gone);
        });
    }

    @Test
    void aStudentWhoLeavesIsInNobodysFuture() {
        stored(Meetings.in(SlotStatus.CONFIRMED, mentor, student));
        added(open(mentor.userId(), HOUR));

        assertThat(slots().cancelFuture(Meetings.somebody(), "Left", NOW, 9)).isEmpty();
        assertThat(slots().cancelFuture(student, "Left", NOW, 9))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(slot.booked().cancelReason()).isEqualTo("Left");
                    assertThat(slot.isAvailable())
                            .as("somebody else may have the time")
                            .isTrue();
                });
    }

    @Test
    void calendarsAreLockedInTheOrderOfTheirOwners() {
        assertThat(slots().lockCalendars(List.of(mentor.userId(), student))).containsExactly(mentor.userId(), student);
    }

    protected Slot added(Slot slot) {
        assertThat(slots().add(slot, NOW)).isTrue();
        return slot;
    }

    protected Slot changed(Slot before, Slot after) {
        assertThat(slots().change(Meetings.change(before, after))).isTrue();
        return after;
    }

    /** Stores that slot as it is, on the way of an open slot that became it at once. */
    protected Slot stored(Slot slot) {
        var open = added(Slot.open(slot.id(), slot.mentorId(), slot.startsAt(), slot.endsAt(), slot.isGenerated()));
        return slot.status() == SlotStatus.TENTATIVE ? slot : changed(open, slot);
    }

    private Slot booked(Slot slot) {
        added(slot);
        return changed(slot, slot.book(student, mentor, NOW));
    }

    private Slot generated(Duration fromNow) {
        return Meetings.generated(open(mentor.userId(), fromNow));
    }

    protected void assertStored(Slot expected) {
        assertThat(slots().find(expected.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }
}
