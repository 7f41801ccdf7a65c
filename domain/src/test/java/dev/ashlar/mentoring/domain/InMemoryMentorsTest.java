// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

class InMemoryMentorsTest extends MentorsContract {
    private final InMemoryMentors mentors = new InMemoryMentors();

    @Override
    protected Mentors mentors() {
        return mentors;
    }
}
