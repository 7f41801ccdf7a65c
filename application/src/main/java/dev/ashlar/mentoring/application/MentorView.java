// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.MentorTerms;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mentor as students see one. */
public record MentorView(
        UserId userId,
        String headline,
        @Nullable String bio,
        List<String> expertise,
        String timeZone,
        int slotMinutes,
        @Flat MentorTerms terms,
        @Flat RatingSummary rating) {

    /**
     * Ratings by students.
     *
     * @param averageRating 1 to 5; null without ratings
     */
    public record RatingSummary(long ratings, @Nullable BigDecimal averageRating) {}
}
