// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** After whatever people and jobs do at the same time, slots, holds and ledger say the same. */
@ServiceTest
class MentoringReconciliationTest {
    private final BookingService bookings;
    private final MeetingService meetings;
    private final SlotHousekeeping housekeeping;
    private final TestMeetings test;
    private final MovableClock clock;

    private List<Actor> mentors = List.of();
    private List<Actor> students = List.of();
    private List<SlotId> slots = List.of();

    @Autowired
    MentoringReconciliationTest(
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

    @BeforeEach
    void makeSlots() {
        mentors = List.of(test.mentor(), test.mentor(Meetings.at(7)), test.mentor(Meetings.at(0)));
        students = Stream.generate(() -> test.student(60)).limit(6).toList();
        slots = mentors.stream()
                .flatMap(mentor -> Stream.iterate(2, day -> day < 10, day -> day + 1)
                        .map(day -> test.open(mentor, Duration.ofHours(12L * day))))
                .toList();
    }

    @Test
    void findsNothingAfterARandomDay() {
        long seed = new Random().nextLong();

        var outcomes = Together.run(16, thread -> () -> {
            var random = new Random(seed + thread);
            for (int i = 0; i < 60; i++) {
                attempt(random);
            }
            return thread;
        });

        assertThat(outcomes).as("seed %s", seed).allMatch(Together.Outcome::succeeded);
        test.assertReconciled();
        assertThat(test.psql()
                        .sql("SELECT from_status || ' ' || to_status FROM mentoring.slot_transitions")
                        .query(String.class)
                        .set())
                .as("seed %s went many ways, and only those of the lifecycle", seed)
                .hasSizeGreaterThan(4)
                .allMatch(MentoringReconciliationTest::isAllowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE mentoring.slots SET price_tokens = 19, penalty_tokens = 0, earning_tokens = 0"
                        + " WHERE status = 'confirmed'",
                "UPDATE mentoring.slots SET student_id = gen_random_uuid() WHERE status = 'confirmed'",
                "UPDATE mentoring.slots SET status = 'completed', earnings_credited = TRUE WHERE status = 'confirmed'",
                "UPDATE mentoring.slots SET status = 'cancelled' WHERE status = 'confirmed'",
                "UPDATE wallet.token_holds SET ref_id = gen_random_uuid()",
                "UPDATE wallet.token_holds SET amount = 1"
            })
    void findsTampering(String tampering) {
        bookings.book(students.getFirst(), slots.getFirst(), ExpectedTerms.ANY);
        test.assertReconciled();

        assertThat(test.disagreementsAfter(tampering)).isPositive();
    }

    /** Does something that may be refused, but never fails. */
    private void attempt(Random random) {
        var slot = slots.get(random.nextInt(slots.size()));
        var student = students.get(random.nextInt(students.size()));
        var mentor = mentors.get(slots.indexOf(slot) / 8);
        var either = random.nextBoolean() ? student : mentor;
        try {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> bookings.request(student, slot, ExpectedTerms.ANY);
                case 3, 4 -> bookings.book(student, slot, ExpectedTerms.ANY);
                case 5 -> bookings.review(mentor, slot);
                case 6 -> bookings.confirm(mentor, slot, null);
                case 7 -> bookings.reject(mentor, slot, null);
                case 8 -> meetings.requestCancellation(either, slot, "Ill");
                case 9 -> meetings.approveCancellation(either, slot);
                case 10 -> meetings.denyCancellation(either, slot);
                case 11 -> meetings.complete(mentor, slot);
                case 12 -> bookings.reschedule(student, slot, slots.get(random.nextInt(slots.size())));
                default -> jobs();
            }
        } catch (DomainException refused) {
            assertThat(refused.type().code()).matches("(mentoring|wallet|auth|request)\\..*");
        } catch (DataAccessException violated) {
            assertThat(violated).hasMessageContaining("ex_slots_");
        }
    }

    private void jobs() {
        clock.advance(Duration.ofHours(2));
        housekeeping.expireRequests();
        housekeeping.approveUndecided();
        housekeeping.completeEnded();
        housekeeping.removePast();
    }

    private static boolean isAllowed(String step) {
        var parts = step.toUpperCase(Locale.ROOT).split(" ", -1);
        var from = SlotStatus.valueOf(parts[0]);
        var to = SlotStatus.valueOf(parts[1]);
        return SlotStatus.LIFECYCLE.allows(from, to) || (from == to && from == SlotStatus.CONFIRMED);
    }
}
