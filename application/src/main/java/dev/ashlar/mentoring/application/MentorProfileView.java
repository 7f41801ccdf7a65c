package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.Mentor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mentor's profile as the mentor sees it.
 *
 * @param earningTokens what of the price the mentor gets
 */
public record MentorProfileView(
        UserId userId,
        String headline,
        @Nullable String bio,
        List<String> expertise,
        String timeZone,
        long tokenPrice,
        long earningTokens,
        int slotMinutes,
        int bufferMinutes,
        int minNoticeMinutes,
        int cancelCutoffMinutes,
        long penaltyTokens,
        boolean directBooking,
        @Nullable String meetingUrl,
        boolean active,
        int version) {
    static MentorProfileView of(Mentor mentor) {
        var profile = mentor.profile();
        return new MentorProfileView(
                mentor.userId(),
                profile.headline(),
                profile.bio(),
                profile.expertise(),
                profile.timeZone(),
                profile.tokenPrice(),
                mentor.earningTokens(),
                profile.slotMinutes(),
                profile.bufferMinutes(),
                profile.minNoticeMinutes(),
                profile.cancelCutoffMinutes(),
                profile.penaltyTokens(),
                profile.directBooking(),
                profile.meetingUrl(),
                profile.isActive(),
                mentor.version());
    }
}
