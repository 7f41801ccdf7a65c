// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent decisions about one request or meeting. */
@ServiceTest
class MeetingConcurrencyTest {
    private static final long PRICE = Meetings.PRICE;

    private final BookingService bookings;
    private final MeetingService meetings;
    private final SlotHousekeeping housekeeping;
    private final TestMeetings test;
    private final MovableClock clock;

    @Autowired
    MeetingConcurrencyTest(
            BookingService bookings,
            MeetingService meetings,
            SlotHousekeeping housekeeping,
            TestMeetings test,
            MovableClock clock) {
        this.bookings = bookings;
        this.meetings = meetings;
        this.housekeeping = housekeeping;
        this.test = test;
        this.clock = clock;
    }

    @AfterEach
    void reconcilesWithoutDeadlocks() {
        test.assertReconciled();
        test.assertNoDeadlock();
    }

    @Race(10)
    void endsARequestInOneWay() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = test.open(mentor, Duration.ofDays(3));
        bookings.request(student, slot, ExpectedTerms.ANY);
        bookings.review(mentor, slot);

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> bookings.confirm(mentor, slot, null),
                () -> bookings.reject(mentor, slot, "No"),
                () -> bookings.confirm(TestMeetings.admin(), slot, null),
                () -> bookings.reject(TestMeetings.admin(), slot, "No"),
                this::expire));

        var reasons = new MentoringProblem[] {MentoringProblem.ILLEGAL_TRANSITION, MentoringProblem.REQUEST_EXPIRED};
        assertThat(test.successes(outcomes, reasons)).isLessThanOrEqualTo(2);
        boolean confirmed = statusOf(slot).equals("confirmed");
        test.assertWallet(student.userId(), confirmed ? 0 : PRICE, 0);
    }

    @Race(10)
    void withdrawsOrDecidesARequest() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = test.open(mentor, Duration.ofDays(3));
        bookings.request(student, slot, ExpectedTerms.ANY);
        bookings.review(mentor, slot);

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> bookings.withdrawRequest(student, slot),
                () -> bookings.confirm(mentor, slot, null),
                () -> bookings.withdrawRequest(student, slot),
                () -> bookings.reject(mentor, slot, "No")));

        assertThat(test.successes(outcomes, MentoringProblem.ILLEGAL_TRANSITION))
                .isEqualTo(1);
        boolean confirmed = statusOf(slot).equals("confirmed");
        boolean withdrawn = outcomes.get(0).succeeded() || outcomes.get(2).succeeded();
        test.assertWallet(student.userId(), confirmed ? 0 : PRICE, 0);
        assertThat(test.psql()
                        .sql("SELECT count(*) FROM mentoring.slots WHERE mentor_id = ? AND status = 'tentative'")
                        .param(mentor.userId().value())
                        .query(Long.class)
                        .single())
                .as("open slots")
                .isEqualTo(withdrawn ? 1 : 0);
    }

    @Race(10)
    void decidesAndRefundsACancellationOnce() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = booked(mentor, student, Duration.ofDays(3));
        meetings.requestCancellation(student, slot, "Ill");

        var outcomes = Together.run(
                12,
                number -> () -> number % 3 == 0
                        ? meetings.denyCancellation(mentor, slot)
                        : meetings.approveCancellation(TestMeetings.admin(), slot));

        assertThat(test.successes(outcomes, MentoringProblem.ILLEGAL_TRANSITION))
                .isEqualTo(1);
        test.assertWallet(student.userId(), statusOf(slot).equals("cancelled") ? PRICE : 0, 0);
    }

    @Test
    void completesAndCreditsAMeetingOnce() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = booked(mentor, student, Duration.ofHours(2));
        clock.advance(Duration.ofHours(5));

        var outcomes = Together.run(24, number -> switch (number % 3) {
            case 0 -> () -> meetings.complete(student, slot);
            case 1 -> () -> meetings.completeAsNoShow(mentor, slot);
            default -> () -> housekeeping.completeEnded();
        });

        test.successes(outcomes, MentoringProblem.ILLEGAL_TRANSITION);
        assertThat(test.psql()
                        .sql(
                                "SELECT count(*) FROM mentoring.slot_transitions WHERE slot_id = ? AND to_status = 'completed'")
                        .param(slot.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        test.assertWallet(mentor.userId(), Meetings.EARNING, 0);
    }

    @Race(5)
    void booksAnOpenSlotOrUsesItForAMove() {
        var mentor = test.mentor();
        var moving = test.student(PRICE);
        var meeting = booked(mentor, moving, Duration.ofDays(3));
        var wanted = test.open(mentor, Duration.ofDays(4));
        var other = test.student(PRICE);

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> bookings.reschedule(moving, meeting, wanted),
                () -> bookings.book(other, wanted, ExpectedTerms.ANY),
                () -> bookings.reschedule(moving, meeting, wanted)));

        var reasons = new MentoringProblem[] {MentoringProblem.SLOT_TAKEN, MentoringProblem.SLOT_NOT_FOUND};
        assertThat(test.successes(outcomes, reasons)).isEqualTo(1);
    }

    private SlotId booked(Actor mentor, Actor student, Duration fromNow) {
        var slot = test.open(mentor, fromNow);
        bookings.book(student, slot, ExpectedTerms.ANY);
        return slot;
    }

    private Object expire() {
        clock.advance(Booking.TIME_TO_ANSWER);
        return housekeeping.expireRequests();
    }

    private String statusOf(SlotId slot) {
        return String.valueOf(test.psql()
                .sql("SELECT status::text FROM mentoring.slots WHERE id = ?")
                .param(slot.value())
                .query(String.class)
                .single());
    }
}
