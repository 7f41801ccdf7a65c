// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an application. */
public enum ApplicationStatus {
    /** Being written by the applicant. */
    DRAFT,
    /** Handed in. */
    SUBMITTED,
    /** Being reviewed by sales or an administrator. */
    UNDER_REVIEW,
    /** The applicant may take a seat; one may be reserved. */
    ACCEPTED,
    /** The applicant waits for a seat to become free. */
    WAITLISTED,
    /** Turned down. */
    REJECTED,
    /** The applicant has a seat. */
    ENROLLED,
    /** Given up, by the applicant or with the enrollment. */
    WITHDRAWN;

    /** Transitions between the states. */
    public static final Lifecycle<ApplicationStatus> LIFECYCLE = Lifecycle.startingAt(DRAFT)
            .may(DRAFT, SUBMITTED, "submitted")
            .may(DRAFT, WITHDRAWN, "withdrawn")
            .may(SUBMITTED, UNDER_REVIEW, "review begun")
            .may(SUBMITTED, WITHDRAWN, "withdrawn")
            .may(UNDER_REVIEW, ACCEPTED, "accepted")
            .may(UNDER_REVIEW, WAITLISTED, "put on the waiting list")
            .may(UNDER_REVIEW, REJECTED, "rejected")
            .may(UNDER_REVIEW, WITHDRAWN, "withdrawn")
            .may(ACCEPTED, ENROLLED, "seat taken")
            .may(ACCEPTED, WAITLISTED, "batch full, applicant waits")
            .may(ACCEPTED, WITHDRAWN, "withdrawn")
            .may(WAITLISTED, ACCEPTED, "seat offered, or the batch begun or cancelled")
            .may(WAITLISTED, REJECTED, "rejected")
            .may(WAITLISTED, WITHDRAWN, "withdrawn, or the user deactivated")
            .may(ENROLLED, WITHDRAWN, "enrollment dropped")
            .build();

    /** Returns true if the applicant may still choose another batch. */
    boolean isEditable() {
        return switch (this) {
            case DRAFT, SUBMITTED, UNDER_REVIEW, ACCEPTED, WAITLISTED -> true;
            case REJECTED, ENROLLED, WITHDRAWN -> false;
        };
    }
}
