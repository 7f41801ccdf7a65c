// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

class InMemorySlotJobsTest extends SlotJobsContract {
    private final InMemoryMentors mentors = new InMemoryMentors();
    private final InMemorySlots slots = new InMemorySlots(mentors);

    @Override
    protected Slots slots() {
        return slots;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }
}
