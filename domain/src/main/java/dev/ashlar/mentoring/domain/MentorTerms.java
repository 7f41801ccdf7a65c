// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import java.time.Duration;

/**
 * Terms on which students book a mentor.
 *
 * @param tokenPrice tokens of a meeting; 0 is free
 * @param penaltyTokens tokens of the price that a student loses by a cancellation after the cutoff
 * @param cancelCutoffMinutes minutes before the start until which a student may cancel or move for free
 * @param minNoticeMinutes minutes before the start until which a slot may be booked
 * @param directBooking true if a slot may be booked without a request
 */
public record MentorTerms(
        long tokenPrice, long penaltyTokens, int cancelCutoffMinutes, int minNoticeMinutes, boolean directBooking) {
    public static final long MAX_PRICE = 100_000;
    /** Four weeks: the limit of notice and cutoff. */
    public static final int MAX_LEAD_MINUTES = 40_320;

    public MentorTerms {
        Fields.within("/tokenPrice", tokenPrice, 0, MAX_PRICE);
        Fields.within("/penaltyTokens", penaltyTokens, 0, tokenPrice);
        Fields.within("/cancelCutoffMinutes", cancelCutoffMinutes, 0, MAX_LEAD_MINUTES);
        Fields.within("/minNoticeMinutes", minNoticeMinutes, 0, MAX_LEAD_MINUTES);
    }

    public Duration minNotice() {
        return Duration.ofMinutes(minNoticeMinutes);
    }
}
