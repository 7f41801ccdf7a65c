// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a batch. */
public enum BatchStatus {
    /** Applications may name the batch; nobody can enroll yet. */
    PLANNED,
    /** Applicants take seats. */
    OPEN,
    /** Nobody takes another seat, except for offers that were made before. */
    CLOSED,
    /** The course is held. */
    RUNNING,
    /** The course is over, and so are the enrollments. */
    COMPLETED,
    /** The course is not held. */
    CANCELLED;

    /** Transitions between the states. */
    public static final Lifecycle<BatchStatus> LIFECYCLE = Lifecycle.startingAt(PLANNED)
            .may(PLANNED, OPEN, "opened for enrollment")
            .may(PLANNED, CANCELLED, "cancelled")
            .may(OPEN, CLOSED, "closed for enrollment")
            .may(OPEN, RUNNING, "begun")
            .may(OPEN, CANCELLED, "cancelled without seats taken")
            .may(CLOSED, OPEN, "opened again")
            .may(CLOSED, RUNNING, "begun")
            .may(CLOSED, CANCELLED, "cancelled without seats taken")
            .may(RUNNING, COMPLETED, "over")
            .build();

    /** Returns true if applicants may take free seats, now or once the batch opens. */
    public boolean mayOpen() {
        return switch (this) {
            case PLANNED, OPEN, CLOSED -> true;
            case RUNNING, COMPLETED, CANCELLED -> false;
        };
    }
}
