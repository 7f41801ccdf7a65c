// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

class InMemoryAvailabilitiesTest extends AvailabilitiesContract {
    private final InMemoryAvailabilities availabilities = new InMemoryAvailabilities();
    private final InMemoryMentors mentors = new InMemoryMentors();

    @Override
    protected Availabilities availabilities() {
        return availabilities;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }
}
