// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Ends the bookings of a mentor who is neither expert nor administrator any longer, and cannot edit the profile. */
@Component
class EndBookingsOnRoleChanged {
    private final MentorService mentors;

    EndBookingsOnRoleChanged(MentorService mentors) {
        this.mentors = mentors;
    }

    @AfterCommit("mentoring.end-bookings")
    void on(RoleChanged event) {
        if (event.to() != Role.EXPERT && event.to() != Role.ADMIN) {
            mentors.endBookings(event.userId());
        }
    }
}
