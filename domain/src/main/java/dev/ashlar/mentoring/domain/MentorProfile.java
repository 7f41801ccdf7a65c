// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Profile that a mentor edits.
 *
 * @param meetingUrl usual place of meetings; null if the mentor names one for each meeting
 * @param isActive true if the mentor takes bookings
 */
public record MentorProfile(
        MentorPitch pitch,
        SlotPlan plan,
        MentorTerms terms,
        @Nullable String meetingUrl,
        boolean isActive) {
    public static final int MAX_MEETING_URL = 500;

    public MentorProfile {
        meetingUrl = checkedUrl(meetingUrl);
    }

    /** Returns the URL in its stored form, or refuses it. */
    static @Nullable String checkedUrl(@Nullable String url) {
        return url == null || url.isBlank() ? null : Fields.httpsUrl("/meetingUrl", url, MAX_MEETING_URL);
    }
}
