// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Round trips of the frequent use cases, the wallet's included. */
@ServiceTest
class MentoringStatementsTest {
    private final BookingService bookings;
    private final MeetingService meetings;
    private final TestMeetings test;
    private final StatementCounter statements;
    private final MovableClock clock;
    private Actor mentor = TestMeetings.admin();
    private Actor student = TestMeetings.admin();

    @Autowired
    MentoringStatementsTest(
            BookingService bookings,
            MeetingService meetings,
            TestMeetings test,
            StatementCounter statements,
            MovableClock clock) {
        this.bookings = bookings;
        this.meetings = meetings;
        this.test = test;
        this.statements = statements;
        this.clock = clock;
    }

    @BeforeEach
    void people() {
        mentor = test.mentor();
        student = test.student(Meetings.PRICE);
    }

    @Test
    void requestsWithSevenStatementsAndBooksWithSix() {
        var asked = test.open(mentor, Duration.ofDays(3));
        assertThat(statements.of(() -> bookings.request(student, asked, ExpectedTerms.ANY)))
                .containsExactly(
                        "SlotMapper.findRow",
                        "UserMapper.lockDeactivated",
                        "SlotMapper.lockCalendars",
                        "MentorMapper.find",
                        "SlotMapper.countOpenRequests",
                        "SlotMapper.change",
                        "TokenHoldMapper.place");

        var booked = test.open(mentor, Duration.ofDays(4));
        var other = test.student(Meetings.PRICE);
        assertThat(statements.of(() -> bookings.book(other, booked, ExpectedTerms.ANY)))
                .containsExactly(
                        "SlotMapper.findRow",
                        "UserMapper.lockDeactivated",
                        "SlotMapper.lockCalendars",
                        "MentorMapper.find",
                        "SlotMapper.change",
                        "WalletMapper.postAtOnce");
    }

    @Test
    void completesWithThreeStatements() {
        var slot = test.open(mentor, Duration.ofDays(3));
        bookings.book(student, slot, ExpectedTerms.ANY);
        clock.advance(Duration.ofDays(4));

        assertThat(statements.of(() -> meetings.complete(student, slot)))
                .containsExactly("SlotMapper.findRow", "SlotMapper.change", "WalletMapper.post");
    }
}
