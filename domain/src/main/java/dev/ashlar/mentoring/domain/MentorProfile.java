package dev.ashlar.mentoring.domain;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mentor says about themselves and on which terms they meet.
 *
 * @param expertise tags in lower case, each once
 * @param timeZone the zone in which the availability is meant
 * @param tokenPrice what a meeting costs; may be nothing
 * @param slotMinutes how long a generated slot is
 * @param bufferMinutes what is kept free between two generated slots
 * @param minNoticeMinutes how long before its start a slot can last be asked for
 * @param cancelCutoffMinutes how long before the start a student may cancel or move for free
 * @param penaltyTokens what a later cancellation costs the student, at most the price
 * @param directBooking whether a slot may be booked without asking
 * @param meetingUrl where to meet, unless the mentor says otherwise for one meeting
 * @param isActive whether slots can be had at present
 */
public record MentorProfile(
        String headline,
        @Nullable String bio,
        List<String> expertise,
        String timeZone,
        long tokenPrice,
        int slotMinutes,
        int bufferMinutes,
        int minNoticeMinutes,
        int cancelCutoffMinutes,
        long penaltyTokens,
        boolean directBooking,
        @Nullable String meetingUrl,
        boolean isActive) {
    public static final int MAX_HEADLINE = 120;
    public static final int MAX_BIO = 4000;
    public static final int MAX_TAGS = 20;
    public static final int MAX_TAG = 40;
    public static final long MAX_PRICE = 100_000;
    public static final int MIN_SLOT_MINUTES = 15;
    public static final int MAX_SLOT_MINUTES = 480;
    /** Four weeks: the limit of notice and cutoff. */
    public static final int MAX_LEAD_MINUTES = 40_320;

    public MentorProfile {
        headline = Input.text("/headline", headline, MAX_HEADLINE);
        bio = Input.optionalText("/bio", bio, MAX_BIO);
        Input.require(expertise.size() <= MAX_TAGS, "/expertise", "must be at most " + MAX_TAGS + " tags");
        expertise = expertise.stream()
                .map(tag -> Input.tag("/expertise", tag, MAX_TAG))
                .distinct()
                .toList();
        timeZone = Input.timeZone("/timeZone", timeZone).getId();
        Input.within("/tokenPrice", tokenPrice, 0, MAX_PRICE);
        Input.within("/slotMinutes", slotMinutes, MIN_SLOT_MINUTES, MAX_SLOT_MINUTES);
        Input.within("/bufferMinutes", bufferMinutes, 0, MAX_SLOT_MINUTES);
        Input.within("/minNoticeMinutes", minNoticeMinutes, 0, MAX_LEAD_MINUTES);
        Input.within("/cancelCutoffMinutes", cancelCutoffMinutes, 0, MAX_LEAD_MINUTES);
        Input.within("/penaltyTokens", penaltyTokens, 0, tokenPrice);
        meetingUrl = Input.url("/meetingUrl", meetingUrl);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Duration minNotice() {
        return Duration.ofMinutes(minNoticeMinutes);
    }
}
