package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who offers time.
 *
 * @param earningTokens what a completed meeting gives the mentor; the rest of the price stays with the house
 * @param slotsUntil first day that has no generated slots yet; null before the first generation
 * @param version goes up with each edit of the profile, from 1
 * @param availabilityVersion goes up with each edit of the availability, from 0
 */
public record Mentor(
        UserId userId,
        MentorProfile profile,
        long earningTokens,
        @Nullable LocalDate slotsUntil,
        int version,
        int availabilityVersion) {
    /** What a mentor gets of the price, in hundredths. */
    private static final int SHARE_PERCENT = 80;

    /** A new mentor. */
    public static Mentor of(UserId userId, MentorProfile profile) {
        return new Mentor(userId, profile, earningOf(profile), null, 1, 0);
    }

    /** This mentor with another profile; bookings that are there keep the terms they were made on. */
    public Mentor with(MentorProfile edited) {
        return new Mentor(userId, edited, earningOf(edited), slotsUntil, version + 1, availabilityVersion);
    }

    /** The terms on which somebody who asks now is booked. */
    public BookingTerms terms() {
        return new BookingTerms(
                profile.tokenPrice(), earningTokens, profile.penaltyTokens(), profile.cancelCutoffMinutes());
    }

    /** Passes if slots can be had that start then. */
    public void requireBookable(Instant startsAt, Instant now) {
        if (!profile.isActive()) {
            throw MentoringProblem.MENTOR_INACTIVE.because("Choose another mentor, or come back later.");
        }
        if (startsAt.isBefore(now.plus(profile.minNotice()))) {
            throw MentoringProblem.NOTICE_TOO_SHORT.because(
                    "This mentor wants " + profile.minNoticeMinutes() + " minutes' notice.");
        }
    }

    private static long earningOf(MentorProfile profile) {
        return profile.tokenPrice() * SHARE_PERCENT / 100;
    }
}
