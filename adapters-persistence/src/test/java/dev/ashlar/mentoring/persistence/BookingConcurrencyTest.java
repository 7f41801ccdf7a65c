package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.OpenRequests;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many who want something of the same time, or of the same tokens, at the same moment. */
@ServiceTest
@Import(TestMeetings.class)
class BookingConcurrencyTest {
    private static final long PRICE = Meetings.PRICE;
    private static final long EARNING = Meetings.EARNING;

    private final BookingService bookings;
    private final MeetingService meetings;
    private final SlotHousekeeping housekeeping;
    private final TestMeetings test;
    private final MovableClock clock;

    @Autowired
    BookingConcurrencyTest(
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
        assertThat(test.psql()
                        .sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                        .query(Long.class)
                        .single())
                .as("deadlocks that PostgreSQL had to end")
                .isZero();
    }

    @Test
    void letsOneOfManyBookASlotAndPay() {
        var slot = test.open(test.mentor(), Duration.ofDays(3));
        var students =
                IntStream.range(0, 320).mapToObj(number -> test.student(PRICE)).toList();

        var outcomes = Together.run(
                320,
                number -> () -> number % 2 == 0
                        ? bookings.book(students.get(number), slot)
                        : bookings.request(students.get(number), slot));

        assertThat(test.successes(outcomes, MentoringProblem.SLOT_TAKEN)).isEqualTo(1);
        var ids = students.stream().map(student -> student.userId().value()).toList();
        assertThat(test.psql()
                        .sql("SELECT count(*) FROM wallet.tokens WHERE user_id IN (:ids) AND balance - held = 0")
                        .param("ids", ids)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @RepeatedTest(5)
    void refusesOverlappingMeetingsOfAStudent() {
        var student = test.student(PRICE * 20);
        var overlapping = IntStream.range(0, 20)
                .mapToObj(number -> test.open(test.mentor(), Duration.ofDays(3).plusMinutes(number)))
                .toList();

        var outcomes = Together.run(20, number -> () -> bookings.book(student, overlapping.get(number)));

        assertThat(test.successes(outcomes, MentoringProblem.STUDENT_BUSY)).isEqualTo(1);
        test.assertWallet(student.userId(), PRICE * 19, 0);
    }

    /** Each mentor books the next one at the same time, which makes a ring of waiting transactions. */
    @RepeatedTest(10)
    void refusesOverlappingMeetingsInBothRoles() {
        var people =
                IntStream.range(0, 8).mapToObj(number -> test.richMentor(PRICE)).toList();
        var slots = people.stream()
                .map(person -> test.open(person, Duration.ofDays(3).plusMinutes(7L * people.indexOf(person))))
                .toList();

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? bookings.book(people.get(number), slots.get((number + 1) % 8))
                        : bookings.request(people.get(number), slots.get((number + 1) % 8)));

        assertThat(test.successes(outcomes, MentoringProblem.PERSON_BUSY)).isBetween(1, 4);
        assertThat(test.psql().sql("""
                        WITH meeting AS (
                            SELECT s.id, s.during, person
                            FROM mentoring.slots AS s CROSS JOIN LATERAL unnest(ARRAY[s.mentor_id, s.student_id]) AS person
                            WHERE s.status IN ('meeting_requested', 'confirmed')
                        )
                        SELECT one.person
                        FROM meeting AS one
                        JOIN meeting AS other
                            ON other.person = one.person AND other.id > one.id AND other.during && one.during""").query().listOfRows()).isEmpty();
    }

    @RepeatedTest(5)
    void leavesTheTimeOfAFreeMentorToOtherStudents() {
        var student = test.student(0);
        var free = test.mentor(Meetings.at(0));
        var apart = IntStream.range(0, 16)
                .mapToObj(number -> test.open(free, Duration.ofDays(3 + number)))
                .toList();

        var outcomes = Together.run(
                16,
                number -> () -> number % 2 == 0
                        ? bookings.request(student, apart.get(number))
                        : bookings.book(student, apart.get(number)));

        assertThat(test.successes(outcomes, MentoringProblem.REQUESTS_EXCEEDED))
                .isEqualTo(OpenRequests.MAX_WITH_MENTOR);
    }

    @RepeatedTest(5)
    void leavesTimeOfManyMentorsToOtherStudents() {
        var student = test.student(PRICE * 20);
        var apart = IntStream.range(0, 20)
                .mapToObj(number -> test.open(test.mentor(), Duration.ofDays(3 + number)))
                .toList();

        var outcomes = Together.run(20, number -> () -> bookings.request(student, apart.get(number)));

        assertThat(test.successes(outcomes, MentoringProblem.REQUESTS_EXCEEDED)).isEqualTo(OpenRequests.MAX);
        test.assertWallet(student.userId(), PRICE * 20, PRICE * OpenRequests.MAX);
    }

    @Test
    void booksNoMoreMeetingsThanTheTokensPayFor() {
        var student = test.student(PRICE);
        var mentor = test.mentor();
        var apart = IntStream.range(0, 16)
                .mapToObj(number -> test.open(mentor, Duration.ofDays(3 + number)))
                .toList();

        var outcomes = Together.run(16, number -> () -> bookings.request(student, apart.get(number)));

        assertThat(test.successes(outcomes, WalletProblem.TOKENS_INSUFFICIENT)).isEqualTo(1);
        test.assertWallet(student.userId(), PRICE, PRICE);
    }

    @RepeatedTest(10)
    void endsARequestInOneWay() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = test.open(mentor, Duration.ofDays(3));
        bookings.request(student, slot);
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

    @RepeatedTest(10)
    void withdrawsOrDecidesARequest() {
        var mentor = test.mentor();
        var student = test.student(PRICE);
        var slot = test.open(mentor, Duration.ofDays(3));
        bookings.request(student, slot);
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

    @RepeatedTest(10)
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
        test.assertWallet(mentor.userId(), EARNING, 0);
    }

    @RepeatedTest(5)
    void booksAnOpenSlotOrUsesItForAMove() {
        var mentor = test.mentor();
        var moving = test.student(PRICE);
        var meeting = booked(mentor, moving, Duration.ofDays(3));
        var wanted = test.open(mentor, Duration.ofDays(4));
        var other = test.student(PRICE);

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> bookings.reschedule(moving, meeting, wanted),
                () -> bookings.book(other, wanted),
                () -> bookings.reschedule(moving, meeting, wanted)));

        var reasons = new MentoringProblem[] {MentoringProblem.SLOT_TAKEN, MentoringProblem.SLOT_NOT_FOUND};
        assertThat(test.successes(outcomes, reasons)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void endsAllSlotsOfAMentorDeactivatedDuringBookings() {
        var mentor = test.mentor();
        var slots = IntStream.range(0, 8)
                .mapToObj(number -> test.open(mentor, Duration.ofDays(3 + number)))
                .toList();
        var students =
                IntStream.range(0, 8).mapToObj(number -> test.student(PRICE)).toList();
        IntStream.range(0, 4).forEach(number -> bookings.book(students.get(number), slots.get(number)));
        test.account(mentor, false);

        var outcomes = Together.run(
                9,
                number -> number == 8
                        ? () -> housekeeping.endFutureOf(mentor.userId())
                        : () -> number < 4
                                ? meetings.requestCancellation(students.get(number), slots.get(number), "Ill")
                                : bookings.book(students.get(number), slots.get(number)));

        test.successes(
                outcomes,
                MentoringProblem.SLOT_TAKEN,
                MentoringProblem.MENTOR_INACTIVE,
                MentoringProblem.ILLEGAL_TRANSITION);
        housekeeping.endFutureOf(mentor.userId());
        students.forEach(student -> test.assertWallet(student.userId(), PRICE, 0));
    }

    private SlotId booked(Actor mentor, Actor student, Duration fromNow) {
        var slot = test.open(mentor, fromNow);
        bookings.book(student, slot);
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
