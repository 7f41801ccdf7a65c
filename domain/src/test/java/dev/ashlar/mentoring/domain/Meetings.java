// SPDX-License-Identifier: Apache-2.0
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

/** Valid mentors and slots for tests. */
public final class Meetings {
    /** Present of the tests, with all digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    public static final long PRICE = 20;
    public static final long EARNING = 16;
    public static final long PENALTY = 5;
    public static final Duration CUTOFF = Duration.ofDays(1);
    public static final Duration HOUR = Duration.ofHours(1);

    private static final IdSource IDS = IdSource.timeOrdered();

    private Meetings() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    public static SlotId slotId() {
        return new SlotId(IDS.next());
    }

    /** Profile on the terms above: slots of an hour without buffer, an hour's notice, direct booking. */
    public static MentorProfile profile() {
        return profile("UTC", 60, 0);
    }

    public static MentorProfile profile(String timeZone, int slotMinutes, int bufferMinutes) {
        return new MentorProfile(
                new MentorPitch("Builds backends", "Twenty years of them", List.of("java", "postgresql")),
                new SlotPlan(timeZone, slotMinutes, bufferMinutes),
                new MentorTerms(PRICE, PENALTY, (int) CUTOFF.toMinutes(), 60, true),
                "https://meet.example/mira",
                true);
    }

    /** The same profile at another price, whose penalty is at most the price. */
    public static MentorProfile at(long price) {
        var terms = profile().terms();
        return on(new MentorTerms(
                price, Math.min(price, PENALTY), terms.cancelCutoffMinutes(), terms.minNoticeMinutes(), true));
    }

    /** The same profile without direct booking. */
    public static MentorProfile onRequest() {
        var terms = profile().terms();
        return on(new MentorTerms(PRICE, PENALTY, terms.cancelCutoffMinutes(), terms.minNoticeMinutes(), false));
    }

    /** The same profile of a mentor who takes no bookings. */
    public static MentorProfile inactive() {
        return away(profile());
    }

    static MentorProfile away(MentorProfile profile) {
        return new MentorProfile(profile.pitch(), profile.plan(), profile.terms(), profile.meetingUrl(), false);
    }

    public static Mentor mentor() {
        return Mentor.of(user(), profile());
    }

    /** Open slot of an hour that starts so long after {@link #NOW}. */
    public static OpenSlot open(UserId mentor, Duration fromNow) {
        return open(mentor, fromNow, false);
    }

    /** The same as a generated slot. */
    public static OpenSlot generated(UserId mentor, Duration fromNow) {
        return open(mentor, fromNow, true);
    }

    private static OpenSlot open(UserId mentor, Duration fromNow, boolean generated) {
        var start = NOW.plus(fromNow);
        return OpenSlot.of(new Offer(slotId(), mentor, start, start.plus(HOUR), generated));
    }

    public static SlotChange change(Slot before, BookedSlot after) {
        return new SlotChange(before, after, user(), "For a test", NOW.plusSeconds(before.version()));
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
        var about = author.equals(slot.mentorId()) ? slot.booked().booking().studentId() : slot.mentorId();
        return feedback(slot.id(), author, about);
    }

    /** Feedback of one participant on the other. */
    public static SlotFeedback feedback(SlotId slot, UserId author, UserId about) {
        return new SlotFeedback(new SlotFeedbackId(IDS.next()), slot, author, about, 4, "Helped a lot", NOW);
    }

    /** Slot in that status, reached by legal transitions. */
    public static Slot in(SlotStatus status, Mentor mentor, UserId student) {
        return status == SlotStatus.TENTATIVE
                ? open(mentor.userId(), Duration.ofDays(3))
                : bookedIn(status, mentor, student);
    }

    /** Booked slot in that status, reached by legal transitions. */
    public static BookedSlot bookedIn(SlotStatus status, Mentor mentor, UserId student) {
        var requested = open(mentor.userId(), Duration.ofDays(3)).request(student, mentor, NOW);
        return switch (status) {
            case TENTATIVE -> throw new IllegalArgumentException("An open slot has no booking.");
            case MEETING_REQUESTED -> requested;
            case UNDER_REVIEW -> requested.review(NOW);
            case CONFIRMED -> requested.review(NOW).confirm(null, NOW);
            case CANCELLATION_REQUESTED ->
                requested.review(NOW).confirm(null, NOW).requestCancellation(student, "Ill", NOW);
            case CANCELLED -> requested.reject("No time");
            case COMPLETED -> requested.review(NOW).confirm(null, NOW).complete(requested.endsAt());
        };
    }

    private static MentorProfile on(MentorTerms terms) {
        var profile = profile();
        return new MentorProfile(profile.pitch(), profile.plan(), terms, profile.meetingUrl(), true);
    }
}
