// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * Ends the bookings of a mentor who is neither expert nor administrator any longer, and cannot edit the profile. A late event changes
 * nothing for a mentor who has the role again.
 */
@Component
class EndBookingsOnRoleChanged {
    private final MentorService mentors;

    EndBookingsOnRoleChanged(MentorService mentors) {
        this.mentors = mentors;
    }

    @AfterCommit("mentoring.end-bookings")
    void on(RoleChanged event) {
        mentors.endBookings(event.userId());
    }
}
