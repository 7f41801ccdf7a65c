// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Status of an application with its place on the waiting list.
 *
 * @param waitlistedAt time from which the applicant waits, which decides the order; null unless on the waiting list
 * @param offerExpiresAt end of the reservation of a seat; null unless a seat is offered
 * @param decidedBy person who has reviewed the application last; null before
 */
public record Standing(
        ApplicationStatus status,
        @Nullable Instant waitlistedAt,
        @Nullable Instant offerExpiresAt,
        @Nullable UserId decidedBy) {
    /** Time for which a free seat is reserved for the applicant to whom it is offered. */
    public static final Duration OFFER_TIME = Duration.ofDays(2);

    /** Returns the standing of a new application. */
    static Standing draft() {
        return new Standing(ApplicationStatus.LIFECYCLE.start(), null, null, null);
    }

    /** Returns true if a seat is reserved. */
    boolean hasOffer() {
        return offerExpiresAt != null;
    }

    /** Returns this standing in another status, on no waiting list and without an offer. */
    Standing in(ApplicationStatus next, @Nullable UserId decider) {
        return new Standing(next, null, null, decider == null ? decidedBy : decider);
    }

    /** Returns this standing at the end of a waiting list. */
    Standing waiting(Instant since, @Nullable UserId decider) {
        return new Standing(ApplicationStatus.WAITLISTED, since, null, decider == null ? decidedBy : decider);
    }
}
