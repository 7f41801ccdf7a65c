// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Workflow;

/**
 * Erasure of applicants who have deleted their accounts. Each enrollment is dropped in its own transaction, as applicants do it. The
 * deactivation before has withdrawn the other applications. Their prices and history stay, as ledgers do.
 */
@Workflow
public class ApplicantErasure {
    private final EnrollmentService enrollments;
    private final SeatHousekeeping housekeeping;

    ApplicantErasure(EnrollmentService enrollments, SeatHousekeeping housekeeping) {
        this.enrollments = enrollments;
        this.housekeeping = housekeeping;
    }

    /** Drops the active enrollments of a person and clears the colleges of the applications. May be repeated. */
    public void erase(UserId person) {
        boolean hasMore;
        do {
            hasMore = enrollments.dropNextOf(person);
        } while (hasMore);
        housekeeping.clearColleges(person);
    }
}
