// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** When an account is switched off, its future in mentoring ends, once, however often that is announced. */
@ServiceTest
class EndFutureOnUserDeactivatedTest {
    private static final long PRICE = Meetings.PRICE;
    private static final String SOME =
            "SELECT id FROM mentoring.slots WHERE mentor_id = ? AND status = 'tentative' ORDER BY starts_at LIMIT ?";

    private final BookingService bookings;
    private final MentorService mentors;
    private final TestMeetings test;
    private final MovableClock clock;
    private final Announcer announcer;

    @Autowired
    EndFutureOnUserDeactivatedTest(
            BookingService bookings,
            MentorService mentors,
            TestMeetings test,
            MovableClock clock,
            Announcer announcer) {
        this.bookings = bookings;
        this.mentors = mentors;
        this.test = test;
        this.clock = clock;
        this.announcer = announcer;
    }

    @Test
    @Tag("rule-hooks-fire")
    void endsTheFutureOfAMentorInBatches() {
        var mentor = test.mentor();
        var student = test.student(PRICE * 2);
        var booked = test.open(mentor, Duration.ofHours(30));
        bookings.book(student, booked, ExpectedTerms.ANY);
        mentors.saveAvailability(mentor, 0, always(), List.of());
        assertThat(book(test.student(0), mentor, 250)).as("more than a batch").isEqualTo(250);

        deactivate(mentor);

        assertThat(count(
                        "SELECT count(*) FROM mentoring.slots WHERE mentor_id = ? AND status <> 'cancelled'",
                        mentor.userId().value()))
                .isZero();
        assertThat(statusOf(booked)).isEqualTo("cancelled");
        test.assertWallet(student.userId(), PRICE * 2, 0);
        test.assertReconciled();
    }

    @Test
    void offersTheWholeAvailabilityOfAMentorWhoComesBack() {
        var mentor = test.mentor();
        mentors.saveAvailability(mentor, 0, always(), List.of());
        long all = open(mentor);
        assertThat(all).isGreaterThan(400);
        assertThat(book(test.student(0), mentor, 1)).isEqualTo(1);
        assertThat(test.psql()
                        .sql("UPDATE mentoring.slots SET is_generated = FALSE WHERE id = (" + SOME + ")")
                        .params(mentor.userId().value(), 1)
                        .update())
                .as("offered by hand")
                .isEqualTo(1);
        deactivate(mentor);
        assertThat(open(mentor)).isZero();

        test.account(mentor, true);
        mentors.saveProfile(mentor, 2, Meetings.profile());

        assertThat(open(mentor)).isEqualTo(all);
    }

    @Test
    void freesTheTimeThatAnEarlierBuildKept() throws IOException {
        var mentor = test.mentor();
        mentors.saveAvailability(mentor, 0, always(), List.of());
        long all = open(mentor);
        assertThat(book(test.student(0), mentor, 1)).isEqualTo(1);
        deactivate(mentor);
        test.psql()
                .sql("UPDATE mentoring.slots SET is_available = FALSE WHERE mentor_id = ?")
                .param(mentor.userId().value())
                .update();
        test.account(mentor, true);
        mentors.saveProfile(mentor, 2, Meetings.profile());
        assertThat(open(mentor)).isEqualTo(all - 1);

        var migration = new ClassPathResource("db/changelog/mentoring/009-free-time-of-deactivated-mentors.sql");
        test.psql().sql(migration.getContentAsString(StandardCharsets.UTF_8)).update();

        mentors.saveProfile(mentor, 3, Meetings.at(PRICE + 1));
        assertThat(open(mentor)).isEqualTo(all);
    }

    /** A request may be under way while its account is deactivated. */
    @Test
    void refusesBookingsOfADeactivatedStudent() {
        var mentor = test.mentor();
        var student = test.student(PRICE * 2);
        var slot = test.open(mentor, Duration.ofDays(3));
        deactivate(student);

        assertRefused(KernelProblem.UNAUTHENTICATED, () -> bookings.book(student, slot, ExpectedTerms.ANY));
        assertRefused(KernelProblem.UNAUTHENTICATED, () -> bookings.request(student, slot, ExpectedTerms.ANY));

        assertThat(statusOf(slot)).isEqualTo("tentative");
        test.assertWallet(student.userId(), PRICE * 2, 0);
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void changesNothingWhenAnEventIsRepeated() {
        var mentor = test.mentor();
        var student = test.student(PRICE * 2);
        var other = test.student(PRICE);
        var booked = test.open(mentor, Duration.ofDays(3));
        bookings.book(student, booked, ExpectedTerms.ANY);
        bookings.request(student, test.open(mentor, Duration.ofDays(4)), ExpectedTerms.ANY);
        bookings.book(other, test.open(mentor, Duration.ofDays(5)), ExpectedTerms.ANY);

        deactivate(student);
        var after = transitions();
        deactivate(student);

        assertThat(transitions()).isEqualTo(after);
        assertThat(statusOf(booked)).isEqualTo("cancelled");
        test.assertWallet(student.userId(), PRICE * 2, 0);
        test.assertWallet(other.userId(), 0, 0);
        assertThat(open(mentor)).as("others may have the time").isEqualTo(2);
        test.assertReconciled();
    }

    @Test
    void endsNothingOfAUserWhoIsActiveAgain() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        deactivate(student);
        test.account(student, true);
        test.account(mentor, true);
        var booked = test.open(mentor, Duration.ofDays(3));
        bookings.book(student, booked, ExpectedTerms.ANY);
        test.open(mentor, Duration.ofDays(4));

        announce(student);
        announce(mentor);

        assertThat(statusOf(booked)).isEqualTo("confirmed");
        assertThat(open(mentor)).isEqualTo(1);
        assertThat(mentors.profile(mentor).active()).isTrue();
        test.assertWallet(student.userId(), 0, 0);
    }

    /** Books some open slots without a price, past the application; returns their number. */
    private int book(Actor student, Actor mentor, int number) {
        return test.psql()
                .sql(
                        "UPDATE mentoring.slots SET status = 'confirmed', is_available = FALSE, student_id = ?, price_tokens = 0,"
                                + " earning_tokens = 0, penalty_tokens = 0, cutoff_minutes = 0, confirmed_at = now() WHERE id IN ("
                                + SOME + ")")
                .params(student.userId().value(), mentor.userId().value(), number)
                .update();
    }

    private static List<WeeklyWindow> always() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new WeeklyWindow(day, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null))
                .toList();
    }

    private void deactivate(Actor person) {
        test.account(person, false);
        announce(person);
    }

    private void announce(Actor person) {
        announcer.announce(new UserDeactivated(person.userId(), clock.instant()));
    }

    private long open(Actor mentor) {
        return count(
                "SELECT count(*) FROM mentoring.slots WHERE mentor_id = ? AND status = 'tentative'",
                mentor.userId().value());
    }

    private long transitions() {
        return count("SELECT count(*) FROM mentoring.slot_transitions");
    }

    private long count(String query, Object... parameters) {
        return test.psql().sql(query).params(parameters).query(Long.class).single();
    }

    private String statusOf(SlotId slot) {
        return String.valueOf(test.psql()
                .sql("SELECT status::text FROM mentoring.slots WHERE id = ?")
                .param(slot.value())
                .query(String.class)
                .single());
    }
}
