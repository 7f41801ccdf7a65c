// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an enrollment. */
public enum EnrollmentStatus {
    /** The applicant has a seat. */
    ACTIVE,
    /** The batch is over. */
    COMPLETED,
    /** The seat is free again. */
    DROPPED;

    /** Transitions between the states. */
    public static final Lifecycle<EnrollmentStatus> LIFECYCLE = Lifecycle.startingAt(ACTIVE)
            .may(ACTIVE, COMPLETED, "the batch is over")
            .may(ACTIVE, DROPPED, "dropped, or the application withdrawn")
            .build();
}
