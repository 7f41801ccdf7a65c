// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Lifecycle;

/** Lifecycle of a slot. */
public enum SlotStatus {
    /** Open for bookings. */
    TENTATIVE,
    /** Requested by a student; the tokens are held. */
    MEETING_REQUESTED,
    /** Request under review by the mentor. */
    UNDER_REVIEW,
    /** Meeting agreed; the tokens are spent. */
    CONFIRMED,
    /** Cancellation requested; the other participant or an administrator decides. */
    CANCELLATION_REQUESTED,
    /** Ended without a meeting. */
    CANCELLED,
    /** Ended with a meeting, or missed by the student; the mentor has earned. */
    COMPLETED;

    /** Legal transitions. */
    public static final Lifecycle<SlotStatus> LIFECYCLE = Lifecycle.startingAt(TENTATIVE)
            .may(TENTATIVE, MEETING_REQUESTED, "requested, tokens held")
            .may(TENTATIVE, CONFIRMED, "booked directly, tokens spent")
            .may(TENTATIVE, CANCELLED, "withdrawn by the mentor")
            .may(MEETING_REQUESTED, UNDER_REVIEW, "taken up by the mentor")
            .may(MEETING_REQUESTED, CANCELLED, "rejected, withdrawn or expired, tokens released")
            .may(UNDER_REVIEW, CONFIRMED, "accepted, tokens spent")
            .may(UNDER_REVIEW, CANCELLED, "rejected, withdrawn or expired, tokens released")
            .may(CONFIRMED, CANCELLATION_REQUESTED, "cancellation requested")
            .may(CONFIRMED, COMPLETED, "over, mentor earns")
            .may(CANCELLATION_REQUESTED, CONFIRMED, "denied")
            .may(CANCELLATION_REQUESTED, CANCELLED, "approved, tokens refunded, less the penalty if late")
            .build();
}
