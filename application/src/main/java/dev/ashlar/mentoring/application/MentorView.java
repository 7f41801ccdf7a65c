package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mentor as students see them.
 *
 * @param ratings how many have rated a meeting with this mentor
 * @param averageRating 1 to 5; null without ratings
 */
public record MentorView(
        UserId userId,
        String headline,
        @Nullable String bio,
        List<String> expertise,
        String timeZone,
        long tokenPrice,
        int slotMinutes,
        int minNoticeMinutes,
        int cancelCutoffMinutes,
        long penaltyTokens,
        boolean directBooking,
        long ratings,
        @Nullable BigDecimal averageRating) {}
