// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentorPitch;
import dev.ashlar.mentoring.domain.MentorTerms;
import dev.ashlar.mentoring.domain.SlotPlan;
import org.jspecify.annotations.Nullable;

/**
 * Profile of a mentor as its owner reads it.
 *
 * @param earningTokens tokens of the price that the mentor earns
 */
public record MentorProfileView(
        UserId userId,
        @Flat MentorPitch pitch,
        @Flat SlotPlan plan,
        @Flat MentorTerms terms,
        @Nullable String meetingUrl,
        boolean active,
        long earningTokens,
        int version) {
    static MentorProfileView of(Mentor mentor) {
        var profile = mentor.profile();
        return new MentorProfileView(
                mentor.userId(),
                profile.pitch(),
                profile.plan(),
                profile.terms(),
                profile.meetingUrl(),
                profile.isActive(),
                mentor.earningTokens(),
                mentor.version());
    }
}
