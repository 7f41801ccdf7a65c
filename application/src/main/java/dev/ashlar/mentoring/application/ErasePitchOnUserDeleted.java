// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the presentation of a mentor who has deleted the account. */
@Component
class ErasePitchOnUserDeleted {
    private final MentorService mentors;

    ErasePitchOnUserDeleted(MentorService mentors) {
        this.mentors = mentors;
    }

    @AfterCommit("mentoring.erase-pitch")
    void on(UserDeleted event) {
        mentors.erasePitch(event.userId());
    }
}
