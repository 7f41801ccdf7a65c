// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.OpenRequests;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent bookings of the same time, or with the same tokens. */
@ServiceTest
class BookingConcurrencyTest {
    private static final long PRICE = Meetings.PRICE;

    private final BookingService bookings;
    private final MeetingService meetings;
    private final SlotHousekeeping housekeeping;
    private final TestMeetings test;

    @Autowired
    BookingConcurrencyTest(
            BookingService bookings, MeetingService meetings, SlotHousekeeping housekeeping, TestMeetings test) {
        this.bookings = bookings;
        this.meetings = meetings;
        this.housekeeping = housekeeping;
        this.test = test;
    }

    @AfterEach
    void reconcilesWithoutDeadlocks() {
        test.assertReconciled();
        test.assertNoDeadlock();
    }

    @Test
    void letsOneOfManyBookASlotAndPay() {
        var slot = test.open(test.mentor(), Duration.ofDays(3));
        var students =
                IntStream.range(0, 320).mapToObj(number -> test.student(PRICE)).toList();

        var outcomes = Together.run(
                320,
                number -> () -> number % 2 == 0
                        ? bookings.book(students.get(number), slot, ExpectedTerms.ANY)
                        : bookings.request(students.get(number), slot, ExpectedTerms.ANY));

        assertThat(test.successes(outcomes, MentoringProblem.SLOT_TAKEN)).isEqualTo(1);
        var ids = students.stream().map(student -> student.userId().value()).toList();
        assertThat(test.psql()
                        .sql("SELECT count(*) FROM wallet.tokens WHERE user_id IN (:ids) AND balance - held = 0")
                        .param("ids", ids)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Race(5)
    void refusesOverlappingMeetingsOfAStudent() {
        var student = test.student(PRICE * 20);
        var overlapping = IntStream.range(0, 20)
                .mapToObj(number -> test.open(test.mentor(), Duration.ofDays(3).plusMinutes(number)))
                .toList();

        var outcomes =
                Together.run(20, number -> () -> bookings.book(student, overlapping.get(number), ExpectedTerms.ANY));

        assertThat(test.successes(outcomes, MentoringProblem.STUDENT_BUSY)).isEqualTo(1);
        test.assertWallet(student.userId(), PRICE * 19, 0);
    }

    /** Each mentor books the next one at the same time, which makes a ring of waiting transactions. */
    @Race(10)
    void refusesOverlappingMeetingsInBothRoles() {
        var people =
                IntStream.range(0, 8).mapToObj(number -> test.richMentor(PRICE)).toList();
        var slots = people.stream()
                .map(person -> test.open(person, Duration.ofDays(3).plusMinutes(7L * people.indexOf(person))))
                .toList();

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? bookings.book(people.get(number), slots.get((number + 1) % 8), ExpectedTerms.ANY)
                        : bookings.request(people.get(number), slots.get((number + 1) % 8), ExpectedTerms.ANY));

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

    @Race(5)
    void leavesTheTimeOfAFreeMentorToOtherStudents() {
        var student = test.student(0);
        var free = test.mentor(Meetings.at(0));
        var apart = IntStream.range(0, 16)
                .mapToObj(number -> test.open(free, Duration.ofDays(3 + number)))
                .toList();

        var outcomes = Together.run(
                16,
                number -> () -> number % 2 == 0
                        ? bookings.request(student, apart.get(number), ExpectedTerms.ANY)
                        : bookings.book(student, apart.get(number), ExpectedTerms.ANY));

        assertThat(test.successes(outcomes, MentoringProblem.REQUESTS_EXCEEDED))
                .isEqualTo(OpenRequests.MAX_WITH_MENTOR);
    }

    @Race(5)
    void leavesTimeOfManyMentorsToOtherStudents() {
        var student = test.student(PRICE * 20);
        var apart = IntStream.range(0, 20)
                .mapToObj(number -> test.open(test.mentor(), Duration.ofDays(3 + number)))
                .toList();

        var outcomes =
                Together.run(20, number -> () -> bookings.request(student, apart.get(number), ExpectedTerms.ANY));

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

        var outcomes =
                Together.run(16, number -> () -> bookings.request(student, apart.get(number), ExpectedTerms.ANY));

        assertThat(test.successes(outcomes, WalletProblem.TOKENS_INSUFFICIENT)).isEqualTo(1);
        test.assertWallet(student.userId(), PRICE, PRICE);
    }

    /** Slots that a mentor offers by hand stay when the price rises, so that only the expected price protects the student. */
    @Race(5)
    void takesNoOtherPriceThanTheExpectedOne() {
        var mentor = test.mentor();
        var student = test.student(PRICE * 16);
        var apart = IntStream.range(0, 8)
                .mapToObj(number -> test.open(mentor, Duration.ofDays(3 + number)))
                .toList();
        var expected = new ExpectedTerms(PRICE, null, null);

        var outcomes = Together.run(
                9,
                number -> () -> number == 4
                        ? test.raise(mentor, PRICE * 2)
                        : bookings.book(student, apart.get(number % 8), expected));

        int booked = test.successes(outcomes, MentoringProblem.TERMS_CHANGED, MentoringProblem.SLOT_TAKEN) - 1;
        test.assertWallet(student.userId(), PRICE * (16 - booked), 0);
        assertRefused(MentoringProblem.TERMS_CHANGED, () -> bookings.book(student, apart.get(4), expected));
    }

    /** Bookings that wait for the account find it inactive, and those before are cancelled. */
    @Race(5)
    void leavesNoMeetingOfAStudentDeactivatedDuringBookings() {
        var student = test.student(PRICE * 8);
        test.account(student, true);
        var slots = IntStream.range(0, 8)
                .mapToObj(number -> test.open(test.mentor(), Duration.ofDays(3 + number)))
                .toList();

        var outcomes = Together.run(9, number -> () -> {
            if (number < 8) {
                return bookings.book(student, slots.get(number), ExpectedTerms.ANY);
            }
            test.account(student, false);
            return housekeeping.endFutureOf(student.userId());
        });

        test.successes(outcomes, KernelProblem.UNAUTHENTICATED);
        assertThat(test.psql()
                        .sql("SELECT count(*) FROM mentoring.slots WHERE student_id = ? AND status <> 'cancelled'")
                        .param(student.userId().value())
                        .query(Long.class)
                        .single())
                .isZero();
        test.assertWallet(student.userId(), PRICE * 8, 0);
    }

    @Race(5)
    void endsAllSlotsOfAMentorDeactivatedDuringBookings() {
        var mentor = test.mentor();
        var slots = IntStream.range(0, 8)
                .mapToObj(number -> test.open(mentor, Duration.ofDays(3 + number)))
                .toList();
        var students =
                IntStream.range(0, 8).mapToObj(number -> test.student(PRICE)).toList();
        IntStream.range(0, 4)
                .forEach(number -> bookings.book(students.get(number), slots.get(number), ExpectedTerms.ANY));
        test.account(mentor, false);

        var outcomes = Together.run(
                9,
                number -> number == 8
                        ? () -> housekeeping.endFutureOf(mentor.userId())
                        : () -> number < 4
                                ? meetings.requestCancellation(students.get(number), slots.get(number), "Ill")
                                : bookings.book(students.get(number), slots.get(number), ExpectedTerms.ANY));

        test.successes(
                outcomes,
                MentoringProblem.SLOT_TAKEN,
                MentoringProblem.MENTOR_INACTIVE,
                MentoringProblem.ILLEGAL_TRANSITION);
        housekeeping.endFutureOf(mentor.userId());
        students.forEach(student -> test.assertWallet(student.userId(), PRICE, 0));
    }
}
