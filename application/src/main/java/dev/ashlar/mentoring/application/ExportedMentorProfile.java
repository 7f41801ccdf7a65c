// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** Profile of a person who is a mentor. */
@Component
class ExportedMentorProfile implements PersonalData {
    private final MentorService mentors;

    ExportedMentorProfile(MentorService mentors) {
        this.mentors = mentors;
    }

    @Override
    public String name() {
        return "mentorProfiles";
    }

    @Override
    public Page<MentorProfileView> page(Actor owner, PageRequest request) {
        return new Page<>(mentors.isMentor(owner) ? List.of(mentors.profile(owner)) : List.of(), null);
    }
}
