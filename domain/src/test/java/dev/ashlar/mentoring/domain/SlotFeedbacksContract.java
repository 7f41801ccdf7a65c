// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of every store of feedback. */
public abstract class SlotFeedbacksContract {
    private final Mentor mentor = Meetings.mentor();
    private final UserId student = Meetings.user();
    protected final Slot slot = Meetings.in(SlotStatus.MEETING_REQUESTED, mentor, student);

    protected abstract SlotFeedbacks feedbacks();

    protected abstract Mentors mentors();

    protected abstract Slots slots();

    @BeforeEach
    void addSlot() {
        assertThat(mentors().add(mentor, Meetings.NOW)).isTrue();
        var open = OpenSlot.of(slot.offer());
        assertThat(slots().add(open, Meetings.NOW)).isTrue();
    }

    @Test
    void storesFeedbackOfEachParticipantOnce() {
        assertThat(feedbacks().add(Meetings.feedback(slot, student))).isTrue();
        assertThat(feedbacks().add(Meetings.feedback(slot, mentor.userId()))).isTrue();
        assertThat(feedbacks().add(Meetings.feedback(slot, student))).isFalse();
    }
}
