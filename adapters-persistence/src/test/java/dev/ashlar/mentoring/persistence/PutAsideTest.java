// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.wallet.TokenLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting whose charge was reversed by hand is left to an administrator and hinders no other. */
@ServiceTest
class PutAsideTest {
    private static final long PRICE = Meetings.PRICE;

    private final BookingService bookings;
    private final MeetingService meetings;
    private final SlotHousekeeping housekeeping;
    private final TokenLedger ledger;
    private final TestMeetings test;
    private final MovableClock clock;

    @Autowired
    PutAsideTest(
            BookingService bookings,
            MeetingService meetings,
            SlotHousekeeping housekeeping,
            TokenLedger ledger,
            TestMeetings test,
            MovableClock clock) {
        this.bookings = bookings;
        this.meetings = meetings;
        this.housekeeping = housekeeping;
        this.ledger = ledger;
        this.test = test;
        this.clock = clock;
    }

    @Test
    void settlesTheRestOfABatchAndLetsAnAdministratorCancel() {
        var mentor = test.mentor();
        var students = Stream.generate(() -> test.student(PRICE)).limit(4).toList();
        var slots = Stream.iterate(3, day -> day < 7, day -> day + 1)
                .map(day -> test.open(mentor, Duration.ofDays(day)))
                .toList();
        for (var slot : slots) {
            var student = students.get(slots.indexOf(slot));
            bookings.book(student, slot, ExpectedTerms.ANY);
            meetings.requestCancellation(student, slot, "Ill");
        }
        var broken = slots.getFirst();
        undoByHand(broken);
        clock.advance(Duration.ofDays(8));

        assertThat(housekeeping.approveUndecided()).isEqualTo(4);

        assertThat(housekeeping.approveUndecided()).isZero();
        assertThat(putAside()).containsExactly(broken);
        students.forEach(student -> test.assertWallet(student.userId(), PRICE, 0));
        assertRefused(MentoringProblem.MEETING_NOT_REFUNDABLE, () -> meetings.approveCancellation(mentor, broken));
        assertThat(putAside()).containsExactly(broken);
        meetings.approveCancellation(TestMeetings.admin(), broken);
        assertThat(putAside()).isEmpty();
        test.assertWallet(students.getFirst().userId(), PRICE, 0);
        test.assertReconciled();
    }

    @Test
    void leavesOnlyTheUnsettledSlotOfADeactivatedUser() {
        Actor mentor = test.mentor();
        var student = test.student(PRICE * 2);
        var broken = test.open(mentor, Duration.ofDays(3));
        bookings.book(student, broken, ExpectedTerms.ANY);
        bookings.book(student, test.open(mentor, Duration.ofDays(4)), ExpectedTerms.ANY);
        undoByHand(broken);

        test.account(mentor, false);
        assertThat(housekeeping.endFutureOf(mentor.userId())).isEqualTo(2);

        assertThat(housekeeping.endFutureOf(mentor.userId())).isZero();
        assertThat(putAside()).containsExactly(broken);
        test.assertWallet(student.userId(), PRICE * 2, 0);
        meetings.requestCancellation(student, broken, "The mentor is gone");
        meetings.approveCancellation(TestMeetings.admin(), broken);
        assertThat(putAside()).isEmpty();
        test.assertReconciled();
    }

    private void undoByHand(SlotId slot) {
        var key = test.psql()
                .sql(
                        "SELECT idempotency_key FROM wallet.token_usages WHERE slot_id = ? AND usage_type = 'meeting_booking'")
                .param(slot.value())
                .query(String.class)
                .single();
        assertThat(ledger.undo(key, "Given back by hand")).isPresent();
    }

    private List<SlotId> putAside() {
        return test.psql()
                .sql("SELECT id FROM mentoring.slots WHERE put_aside_at IS NOT NULL")
                .query((row, number) -> new SlotId(row.getObject(1, UUID.class)))
                .list();
    }
}
