// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Student of a slot, the terms of the booking, and its progress.
 *
 * @param requestExpiresAt end of the mentor's time to decide; null for a direct booking
 * @param confirmedAt moment at which the tokens were spent
 * @param cancelRequestedBy requester of a cancellation that is to be decided or was approved
 */
public record Booking(
        UserId studentId,
        BookingTerms terms,
        @Nullable Instant requestExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable UserId cancelRequestedBy,
        @Nullable Instant cancelRequestedAt,
        @Nullable String cancelReason,
        @Nullable String meetingUrl) {
    /** Time after which an unanswered request expires, and one for a cancellation after the start is approved. */
    public static final Duration TIME_TO_ANSWER = Duration.ofDays(2);

    public static final int MAX_REASON = 500;

    public Booking {
        cancelReason = Fields.optionalText("/reason", cancelReason, MAX_REASON);
    }

    static Booking of(UserId student, BookingTerms terms, @Nullable Instant requestExpiresAt) {
        return new Booking(student, terms, requestExpiresAt, null, null, null, null, null);
    }

    Booking confirmed(@Nullable String url, Instant at) {
        return new Booking(studentId, terms, requestExpiresAt, at, null, null, null, url);
    }

    Booking cancelled(@Nullable UserId by, @Nullable Instant at, @Nullable String reason) {
        return new Booking(studentId, terms, requestExpiresAt, confirmedAt, by, at, reason, meetingUrl);
    }

    /** Returns true if the tokens were spent, not only held. */
    public boolean isPaid() {
        return confirmedAt != null;
    }
}
