package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What tests of mentoring are about: mentors and slots that are valid unless they say otherwise. */
public final class Meetings {
    /** When tests take place; it has all the digits that PostgreSQL keeps. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    public static final long PRICE = 20;
    public static final long EARNING = 16;
    public static final long PENALTY = 5;
    public static final Duration CUTOFF = Duration.ofDays(1);
    public static final Duration HOUR = Duration.ofHours(1);

    private static final IdSource IDS = IdSource.timeOrdered();

    private Meetings() {}

    public static UserId somebody() {
        return new UserId(IDS.next());
    }

    public static SlotId slotId() {
        return new SlotId(IDS.next());
    }

    /** A profile on the terms above: an hour's slots without buffer, an hour's notice, direct booking. */
    public static MentorProfile profile() {
        return profile("UTC", 60, 0);
    }

    public static MentorProfile profile(String timeZone, int slotMinutes, int bufferMinutes) {
        return new MentorProfile(
                "Builds backends",
                "Twenty years of them",
                List.of("java", "postgresql"),
                timeZone,
                PRICE,
                slotMinutes,
                bufferMinutes,
                60,
                (int) CUTOFF.toMinutes(),
                PENALTY,
                true,
                "https://meet.example/mira",
                true);
    }

    /** The same profile at another price, without penalty. */
    public static MentorProfile at(long price) {
        return changed(profile(), price, true, true);
    }

    /** The same profile of somebody who wants to be asked. */
    public static MentorProfile onRequest() {
        return changed(profile(), PRICE, false, true);
    }

    /** The same profile of somebody who is away. */
    public static MentorProfile inactive() {
        return away(profile());
    }

    static MentorProfile away(MentorProfile profile) {
        return changed(profile, profile.tokenPrice(), profile.directBooking(), false);
    }

    public static Mentor mentor() {
        return Mentor.of(somebody(), profile());
    }

    /** An open slot of an hour, that long from now. */
    public static Slot open(UserId mentor, Duration fromNow) {
        var start = NOW.plus(fromNow);
        return Slot.open(slotId(), mentor, start, start.plus(HOUR), false);
    }

    /** The same slot as a generated one. */
    public static Slot generated(Slot slot) {
        return Slot.open(slot.id(), slot.mentorId(), slot.startsAt(), slot.endsAt(), true);
    }

    public static SlotChange change(Slot before, Slot after) {
        return new SlotChange(before, after, somebody(), "For a test", NOW.plusSeconds(before.version()));
    }

    public static AvailabilityRule rule(UserId mentor, DayOfWeek day, String start, String end) {
        return new AvailabilityRule(
                new AvailabilityId(IDS.next()), mentor, day, LocalTime.parse(start), LocalTime.parse(end), null, null);
    }

    public static AvailabilityOverride override(
            UserId mentor, String day, String start, String end, boolean available) {
        return new AvailabilityOverride(
                new AvailabilityId(IDS.next()),
                mentor,
                LocalDate.parse(day),
                LocalTime.parse(start),
                LocalTime.parse(end),
                available);
    }

    public static SlotFeedback feedback(Slot slot, UserId author) {
        var about = author.equals(slot.mentorId()) ? slot.booked().studentId() : slot.mentorId();
        return new SlotFeedback(new SlotFeedbackId(IDS.next()), slot.id(), author, about, 4, "Helped a lot", NOW);
    }

    /** A slot in that status, reached on a way that leads there. */
    public static Slot in(SlotStatus status, Mentor mentor, UserId student) {
        var open = open(mentor.userId(), Duration.ofDays(3));
        var requested = open.request(student, mentor, NOW);
        return switch (status) {
            case TENTATIVE -> open;
            case MEETING_REQUESTED -> requested;
            case UNDER_REVIEW -> requested.review(NOW);
            case CONFIRMED -> requested.review(NOW).confirm(null, NOW);
            case CANCELLATION_REQUESTED ->
                requested.review(NOW).confirm(null, NOW).requestCancellation(student, "Ill", NOW);
            case CANCELLED -> requested.reject("No time");
            case COMPLETED -> requested.review(NOW).confirm(null, NOW).complete(open.endsAt());
        };
    }

    /** The statuses in which a slot takes a student's time. */
    public static Set<SlotStatus> taking() {
        return Set.of(
                SlotStatus.MEETING_REQUESTED,
                SlotStatus.UNDER_REVIEW,
                SlotStatus.CONFIRMED,
                SlotStatus.CANCELLATION_REQUESTED);
    }

    private static MentorProfile changed(MentorProfile profile, long price, boolean direct, boolean active) {
        return new MentorProfile(
                profile.headline(),
                profile.bio(),
                profile.expertise(),
                profile.timeZone(),
                price,
                profile.slotMinutes(),
                profile.bufferMinutes(),
                profile.minNoticeMinutes(),
                profile.cancelCutoffMinutes(),
                Math.min(price, profile.penaltyTokens()),
                direct,
                profile.meetingUrl(),
                active);
    }
}
