// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

class InMemorySlotsTest extends SlotsContract {
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
