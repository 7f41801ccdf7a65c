// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Person who offers time.
 *
 * @param earningTokens tokens of the price that the mentor earns with a completed meeting; the house keeps the rest
 * @param slotsUntil first day without generated slots; null before the first generation
 * @param version number of edits of the profile, from 1
 * @param availabilityVersion number of edits of the availability, from 0
 */
public record Mentor(
        UserId userId,
        MentorProfile profile,
        long earningTokens,
        @Nullable LocalDate slotsUntil,
        int version,
        int availabilityVersion) {
    private static final int SHARE_PERCENT = 80;

    /** Creates a new mentor. */
    public static Mentor of(UserId userId, MentorProfile profile) {
        return new Mentor(userId, profile, earningOf(profile), null, 1, 0);
    }

    /** Returns the mentor with another profile; bookings keep their terms. */
    public Mentor with(MentorProfile edited) {
        return new Mentor(userId, edited, earningOf(edited), slotsUntil, version + 1, availabilityVersion);
    }

    /** Returns the terms of a booking made now. */
    public BookingTerms terms() {
        var terms = profile.terms();
        return new BookingTerms(terms.tokenPrice(), earningTokens, terms.penaltyTokens(), terms.cancelCutoffMinutes());
    }

    /** Refuses a booking of a slot that starts too soon, or of a mentor who takes none. */
    public void requireBookable(Instant startsAt, Instant now) {
        if (!profile.isActive()) {
            throw MentoringProblem.MENTOR_INACTIVE.because(
                    "Mentor " + userId.value() + " takes no bookings at present. Choose another mentor.");
        }
        if (startsAt.isBefore(now.plus(profile.terms().minNotice()))) {
            throw MentoringProblem.NOTICE_TOO_SHORT.because("Mentor " + userId.value() + " requires a notice of "
                    + profile.terms().minNoticeMinutes() + " minutes. Choose a later slot.");
        }
    }

    private static long earningOf(MentorProfile profile) {
        return profile.terms().tokenPrice() * SHARE_PERCENT / 100;
    }
}
