package dev.ashlar.mentoring.domain;

import static dev.ashlar.mentoring.domain.Meetings.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.BeforeEach;

/** A store of slots with one mentor in it, for its contracts. */
public abstract class SlotStore {
    protected final Mentor mentor = Mentor.of(Meetings.somebody(), Meetings.profile("UTC", 60, 15));
    protected final UserId student = Meetings.somebody();

    protected abstract Slots slots();

    protected abstract Mentors mentors();

    @BeforeEach
    void addMentor() {
        assertThat(mentors().add(mentor, NOW)).isTrue();
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

    protected void assertStored(Slot expected) {
        assertThat(slots().find(expected.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }
}
