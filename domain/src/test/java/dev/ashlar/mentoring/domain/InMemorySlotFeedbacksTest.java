// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

class InMemorySlotFeedbacksTest extends SlotFeedbacksContract {
    private final InMemoryMentors mentors = new InMemoryMentors();
    private final InMemorySlots slots = new InMemorySlots(mentors);
    private final InMemorySlotFeedbacks feedbacks = new InMemorySlotFeedbacks();

    @Override
    protected SlotFeedbacks feedbacks() {
        return feedbacks;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }

    @Override
    protected Slots slots() {
        return slots;
    }
}
