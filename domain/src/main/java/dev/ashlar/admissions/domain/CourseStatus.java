// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a course. */
public enum CourseStatus {
    /** People can apply for the course. */
    OFFERED,
    /** Nobody can apply for the course; its applications go on. */
    RETIRED;

    /** Transitions between the states. */
    public static final Lifecycle<CourseStatus> LIFECYCLE = Lifecycle.startingAt(OFFERED)
            .may(OFFERED, RETIRED, "no longer offered")
            .may(RETIRED, OFFERED, "offered again")
            .build();
}
