// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import org.jspecify.annotations.Nullable;

/**
 * Terms under which a student books, as the student has read them; null where any are accepted.
 *
 * @param tokenPrice tokens of the meeting
 * @param penaltyTokens tokens that a late cancellation costs
 * @param cancelCutoffMinutes minutes before the start until which a cancellation is free
 */
public record ExpectedTerms(
        @Nullable Long tokenPrice,
        @Nullable Long penaltyTokens,
        @Nullable Integer cancelCutoffMinutes) {
    /** Accepts any terms. */
    public static final ExpectedTerms ANY = new ExpectedTerms(null, null, null);

    /** Refuses terms that have changed since they were read. */
    public void requireMetBy(MentorTerms terms) {
        boolean areMet = isMet(tokenPrice, terms.tokenPrice())
                && isMet(penaltyTokens, terms.penaltyTokens())
                && isMet(cancelCutoffMinutes, terms.cancelCutoffMinutes());
        if (!areMet) {
            throw MentoringProblem.TERMS_CHANGED.because("The mentor now takes " + terms.tokenPrice()
                    + " tokens for a meeting, and " + terms.penaltyTokens() + " for a cancellation later than "
                    + terms.cancelCutoffMinutes()
                    + " minutes before its start. Read the mentor, and book again if you accept these terms.");
        }
    }

    private static <T> boolean isMet(@Nullable T expected, T current) {
        return expected == null || expected.equals(current);
    }
}
