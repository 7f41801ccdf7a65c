package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose a slot is, and how far they have got.
 *
 * @param requestExpiresAt until when the mentor can accept; null for a direct booking
 * @param confirmedAt since when the tokens are spent
 * @param cancelRequestedBy who wants to cancel, or wanted to when it was approved
 */
public record Booking(
        UserId studentId,
        BookingTerms terms,
        @Nullable Instant requestExpiresAt,
        @Nullable Instant confirmedAt,
        @Nullable UserId cancelRequestedBy,
        @Nullable Instant cancelRequestedAt,
        @Nullable String cancelReason,
        @Nullable String meetingUrl,
        boolean noShow,
        boolean earningsCredited) {
    /** A new one; nothing is confirmed. */
    static Booking of(UserId student, BookingTerms terms, @Nullable Instant requestExpiresAt) {
        return new Booking(student, terms, requestExpiresAt, null, null, null, null, null, false, false);
    }

    Booking confirmed(@Nullable String url, Instant at) {
        return new Booking(studentId, terms, requestExpiresAt, at, null, null, null, url, noShow, earningsCredited);
    }

    Booking cancelled(@Nullable UserId by, @Nullable Instant at, @Nullable String reason) {
        return new Booking(
                studentId, terms, requestExpiresAt, confirmedAt, by, at, reason, meetingUrl, noShow, earningsCredited);
    }

    Booking completed(boolean studentMissing) {
        return new Booking(
                studentId, terms, requestExpiresAt, confirmedAt, null, null, null, meetingUrl, studentMissing, true);
    }

    /** Whether the tokens were spent, and not only held. */
    public boolean isPaid() {
        return confirmedAt != null;
    }
}
