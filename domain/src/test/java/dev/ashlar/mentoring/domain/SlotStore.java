// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.BeforeEach;

/** Store of slots with one mentor in it, for its contracts. */
public abstract class SlotStore {
    protected final Mentor mentor = Mentor.of(Meetings.user(), Meetings.profile("UTC", 60, 15));
    protected final UserId student = Meetings.user();

    protected abstract Slots slots();

    protected abstract Mentors mentors();

    @BeforeEach
    void addMentor() {
        assertThat(mentors().add(mentor, NOW)).isTrue();
    }

    protected OpenSlot added(OpenSlot slot) {
        assertThat(slots().add(slot, NOW)).isTrue();
        return slot;
    }

    protected BookedSlot changed(Slot before, BookedSlot after) {
        assertThat(slots().change(Meetings.change(before, after))).isTrue();
        return after;
    }

    protected WithdrawnSlot withdrawn(OpenSlot slot) {
        var withdrawn = slot.withdraw();
        assertThat(slots().withdraw(withdrawn, mentor.userId(), NOW)).isTrue();
        return withdrawn;
    }

    /** Stores a booked slot as it is, in one change of an open one. */
    protected BookedSlot stored(BookedSlot slot) {
        return changed(added(OpenSlot.of(slot.offer())), slot);
    }

    /** Stores a booked slot in that status. */
    protected BookedSlot storedIn(SlotStatus status) {
        return stored(Meetings.bookedIn(status, mentor, student));
    }

    protected void assertStored(Slot expected) {
        assertThat(slots().find(expected.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }
}
