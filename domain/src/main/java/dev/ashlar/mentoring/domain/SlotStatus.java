package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Lifecycle;

/** Lifecycle of a slot. */
public enum SlotStatus {
    /** Offered; nobody has asked for it. */
    TENTATIVE,
    /** A student has asked; the tokens are held. */
    MEETING_REQUESTED,
    /** The mentor is looking into the request. */
    UNDER_REVIEW,
    /** They will meet; the tokens are spent. */
    CONFIRMED,
    /** One of the two wants to cancel; the other one or an administrator decides. */
    CANCELLATION_REQUESTED,
    /** They will not meet. */
    CANCELLED,
    /** They have met, or the student did not come; the mentor has earned. */
    COMPLETED;

    /** Which status may follow which. */
    public static final Lifecycle<SlotStatus> LIFECYCLE = Lifecycle.startingAt(TENTATIVE)
            .may(TENTATIVE, MEETING_REQUESTED, "requested, tokens held")
            .may(TENTATIVE, CONFIRMED, "booked directly, tokens spent")
            .may(TENTATIVE, CANCELLED, "withdrawn by the mentor")
            .may(MEETING_REQUESTED, UNDER_REVIEW, "taken up by the mentor")
            .may(MEETING_REQUESTED, CANCELLED, "rejected or expired, tokens released")
            .may(UNDER_REVIEW, CONFIRMED, "accepted, tokens spent")
            .may(UNDER_REVIEW, CANCELLED, "rejected or expired, tokens released")
            .may(CONFIRMED, CANCELLATION_REQUESTED, "one of them cannot come")
            .may(CONFIRMED, COMPLETED, "over, mentor earns")
            .may(CANCELLATION_REQUESTED, CONFIRMED, "denied")
            .may(CANCELLATION_REQUESTED, CANCELLED, "approved, tokens refunded, less the penalty if late")
            .build();
}
