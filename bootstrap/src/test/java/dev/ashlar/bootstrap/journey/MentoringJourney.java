// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Mentoring.PRICE;
import static dev.ashlar.bootstrap.journey.Mentoring.assertWallet;
import static dev.ashlar.bootstrap.journey.Mentoring.move;
import static dev.ashlar.bootstrap.journey.Mentoring.post;
import static dev.ashlar.bootstrap.journey.Mentoring.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a mentor's availability to their earnings; and meetings that do not take place. */
@JourneyTest
class MentoringJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private SlotHousekeeping housekeeping;

    private Mentoring mentoring;
    private Timetable timetable;
    private Api mentor;
    private Api student;

    @BeforeEach
    void people() {
        mentoring = new Mentoring(Api.at(port));
        timetable = new Timetable(databases);
        mentor = mentoring.mentor();
        student = mentoring.student(100);
    }

    @Test
    void leadsFromAvailabilityToEarning() {
        var everyDay = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
                .map(day -> Map.of("dayOfWeek", day, "localStart", "09:00", "localEnd", "12:00"))
                .toList();
        var availability = mentor.put(
                        "/api/v1/me/availability",
                        Map.of("rules", everyDay, "overrides", List.of()),
                        "If-Match",
                        "\"0\"")
                .is(200);
        assertThat(availability.header("ETag")).isEqualTo("\"1\"");
        assertThat(mentor.get("/api/v1/me/availability")
                        .is(200)
                        .json()
                        .at("/rules")
                        .size())
                .isEqualTo(7);

        var found = student.get("/api/v1/mentors?q=backends&expertise=java&count=true")
                .is(200)
                .json();
        assertThat(found.at("/items")
                        .valueStream()
                        .map(item -> item.at("/userId").asString()))
                .contains(mentor.myId());
        var page = student.get("/api/v1/mentors/" + mentor.myId() + "/slots?limit=100")
                .is(200);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        assertThat(page.json().at("/items").valueStream())
                .hasSize(100)
                .allSatisfy(
                        slot -> assertThat(Instant.parse(slot.at("/startsAt").asString())
                                        .atZone(ZoneId.of("Europe/Berlin"))
                                        .getHour())
                                .isBetween(9, 11));

        var slot = page.json().at("/items/10/id").asString();
        var requested = post(student, slot, "request").is(200).json();
        assertThat(requested.at("/status").asString()).isEqualTo("meeting_requested");
        assertWallet(student, 100, 100 - PRICE);
        post(mentor, slot, "confirm").isProblem(409, "mentoring.illegal-transition");
        post(mentor, slot, "review").is(200);
        var confirmed = post(mentor, slot, "confirm").is(200).json();
        assertThat(confirmed.at("/meetingUrl").asString()).isEqualTo("https://meet.example/mira");
        assertWallet(student, 100 - PRICE, 100 - PRICE);

        var invite = student.get("/api/v1/slots/" + slot + "/invite.ics").is(200);
        assertThat(invite.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(invite.text())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:" + slot, "METHOD:REQUEST", "ORGANIZER;CN=", "ATTENDEE;CN=", "SUMMARY:Mentoring with ")
                .endsWith("END:VCALENDAR\r\n");
        mentoring.student().get("/api/v1/slots/" + slot).isProblem(404, "mentoring.slot-not-found");

        post(student, slot, "complete").isProblem(422, "mentoring.meeting-not-over");
        timetable.move(slot, Duration.ofHours(-2));
        post(student, slot, "complete").is(200);
        assertWallet(mentor, 16, 16);
        post(student, slot, "feedback").is(201);
        post(mentor, slot, "feedback").is(201);
        var rated = student.get("/api/v1/mentors/" + mentor.myId()).is(200).json();
        assertThat(rated.at("/ratings").asLong()).isEqualTo(1);
        assertThat(rated.at("/averageRating").asDouble()).isEqualTo(5.0);

        var history =
                mentor.get("/api/v1/slots/" + slot + "/history?limit=2").is(200).json();
        assertThat(history.at("/items/1/toStatus").asString()).isEqualTo("under_review");
        var rest = mentor.get("/api/v1/slots/" + slot + "/history?cursor="
                + history.at("/nextCursor").asString());
        assertThat(rest.is(200).json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void chargesThePenaltyOfALateCancellation() {
        var slot = mentoring.booked(mentor, student);
        timetable.move(slot, Duration.ofHours(3));
        post(student, slot, "cancellation-request").is(200);
        post(student, slot, "cancellation-request/approve").isProblem(403, "mentoring.own-cancellation");
        post(mentor, slot, "cancellation-request/approve").is(200);

        assertWallet(student, 95, 95);
        var statement = student.get("/api/v1/wallet/usages").is(200).json();
        assertThat(statement
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/usageType").asString()))
                .startsWith("penalty", "refund", "meeting_booking");
        assertThat(student.get("/api/v1/slots/" + slot + "/invite.ics").is(200).text())
                .contains("METHOD:CANCEL");
        var again = student.get("/api/v1/mentors/" + mentor.myId() + "/slots")
                .is(200)
                .json();
        assertThat(again.at("/items").size()).as("the time is open again").isEqualTo(1);
    }

    @Test
    void reschedulesAndCancelsInTimeForFree() {
        var slot = mentoring.booked(mentor, student);
        var later = mentoring.open(mentor, Duration.ofDays(9));
        var moved = move(student, slot, later).is(200).json();
        assertThat(moved.at("/id").asString()).isEqualTo(slot);
        student.get("/api/v1/slots/" + later).isProblem(404, "mentoring.slot-not-found");

        post(student, slot, "cancellation-request").is(200);
        post(mentor, slot, "cancellation-request/deny").is(200);
        post(mentor, slot, "cancellation-request").is(200);
        post(student, slot, "cancellation-request/approve").is(200);
        assertWallet(student, 100, 100);

        var meetings = student.get("/api/v1/meetings?role=student&status=cancelled&count=true")
                .is(200)
                .json();
        assertThat(meetings.at("/total").asLong()).isEqualTo(1);
        assertThat(student.get("/api/v1/meetings?role=mentor")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void withdrawsARequest() {
        var slot = mentoring.requested(mentor, student);
        assertWallet(student, 100, 100 - PRICE);
        post(mentor, slot, "review").is(200);

        assertThat(post(student, slot, "withdraw").is(200).json().at("/status").asString())
                .isEqualTo("cancelled");

        assertWallet(student, 100, 100);
        post(mentor, slot, "confirm").isProblem(409, "mentoring.illegal-transition");
        var again = student.get("/api/v1/mentors/" + mentor.myId() + "/slots")
                .is(200)
                .json();
        assertThat(again.at("/items").size()).as("the time is open again").isEqualTo(1);
        post(student, again.at("/items/0/id").asString(), "request").is(200);
    }

    @Test
    void booksOnceUnderOneKey() {
        var slot = mentoring.open(mentor, Duration.ofDays(3));

        var first = post(student, slot, "book", "one-key").is(200);
        var second = post(student, slot, "book", "one-key").is(200);

        assertThat(second.text()).isEqualTo(first.text());
        post(student, slot, "book").isProblem(409, "mentoring.slot-taken");
        assertWallet(student, 100 - PRICE, 100 - PRICE);
    }

    @Test
    void endsSlotsByJobs() {
        var unanswered = mentoring.requested(mentor, student);
        timetable.expire(unanswered);
        var undecided = mentoring.unwanted(mentor, student);
        timetable.move(undecided, Duration.ZERO);
        var over = mentoring.open(mentor, Duration.ofDays(9));
        post(student, over, "book").is(200);
        timetable.move(over, Duration.ofHours(-3));
        var missed = mentoring.open(mentor, Duration.ofDays(10));
        timetable.move(missed, Duration.ofHours(-5));

        assertThat(housekeeping.expireRequests()).isEqualTo(1);
        assertThat(housekeeping.approveUndecided()).isEqualTo(1);
        assertThat(housekeeping.completeEnded()).isEqualTo(1);
        assertThat(housekeeping.removePast()).isPositive();

        assertThat(statusOf(mentor, unanswered)).isEqualTo("cancelled");
        assertThat(statusOf(mentor, undecided)).isEqualTo("cancelled");
        assertThat(statusOf(mentor, over)).isEqualTo("completed");
        mentor.get("/api/v1/slots/" + missed).isProblem(404, "mentoring.slot-not-found");
        assertWallet(student, 100 - PRICE - 5, 100 - PRICE - 5);
        assertWallet(mentor, 16, 16);
    }
}
