// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotGeneration;
import dev.ashlar.mentoring.application.SlotHousekeeping;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Whatever is offered, by hand, by rule or past the application: a mentor's slots do not overlap. */
@ServiceTest
class OverlapTest {
    private final MentorService mentors;
    private final SlotService slots;
    private final SlotHousekeeping housekeeping;
    private final SlotGeneration generation;
    private final BookingService bookings;
    private final TestMeetings test;
    private final MovableClock clock;

    @Autowired
    OverlapTest(
            MentorService mentors,
            SlotService slots,
            SlotHousekeeping housekeeping,
            SlotGeneration generation,
            BookingService bookings,
            TestMeetings test,
            MovableClock clock) {
        this.mentors = mentors;
        this.slots = slots;
        this.housekeeping = housekeeping;
        this.generation = generation;
        this.bookings = bookings;
        this.test = test;
        this.clock = clock;
    }

    @Test
    void storesNoOverlapAmongRandomSlots() {
        var mentor = test.mentor();
        var seed = new Random().nextLong();

        var outcomes = Together.run(64, thread -> () -> {
            var random = new Random(seed + thread);
            int added = 0;
            for (int i = 0; i < 40; i++) {
                added += offer(mentor, random) ? 1 : 0;
            }
            return added;
        });

        assertThat(outcomes).as("seed %s", seed).allMatch(Together.Outcome::succeeded);
        assertNoOverlap();
        assertThat(count()).as("seed %s", seed).isPositive().isLessThan(2_560);
    }

    @Test
    void generatesEachSlotOnceConcurrently() {
        var mentor = test.mentor();
        var always = Stream.of(DayOfWeek.values())
                .map(day -> new WeeklyWindow(day, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null))
                .toList();
        mentors.saveAvailability(mentor, 0, always, List.of());
        long made = count();
        test.psql().sql("UPDATE mentoring.mentors SET slots_until = NULL").update();

        Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? generation.makeSlots()
                        : mentors.saveAvailability(mentor, 1, always, List.of()));

        assertNoOverlap();
        assertThat(count()).isEqualTo(made);
    }

    /** No calendar is locked for time that is offered again; the constraint alone decides who has it. */
    @Race(5)
    void offersNoOverlapWhileExpiredRequestsAreOfferedAgain() {
        var mentor = test.mentor();
        var requested = IntStream.range(0, 12)
                .mapToObj(number -> bookings.request(
                        test.student(Meetings.PRICE),
                        test.open(mentor, Duration.ofDays(4).plusHours(number)),
                        ExpectedTerms.ANY))
                .toList();
        clock.advance(Booking.TIME_TO_ANSWER);

        var outcomes = Together.run(
                16,
                number -> () -> number < 12
                        ? offerHalfAnHourAfter(mentor, requested.get(number))
                        : (Object) housekeeping.expireRequests());

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertNoOverlap();
        assertThat(open(mentor)).as("one for each hour").isEqualTo(12);
        test.assertNoDeadlock();
    }

    @Test
    void refusesOverlapsInPlainSql() {
        var mentor = test.mentor();
        test.open(mentor, Duration.ofDays(3));

        assertThatThrownBy(() -> test.psql().sql("""
                        INSERT INTO mentoring.slots (id, mentor_id, starts_at, ends_at, created_at, updated_at)
                        SELECT gen_random_uuid(), mentor_id, starts_at + INTERVAL '59 minutes', ends_at + INTERVAL '1 hour',
                            created_at, updated_at
                        FROM mentoring.slots
                        LIMIT 1""").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ex_slots_mentor");
    }

    @Test
    void refusesOverlappingMeetingsInPlainSql() {
        var mentor = test.richMentor(100);
        bookings.book(test.student(100), test.open(mentor, Duration.ofDays(3)), ExpectedTerms.ANY);
        var elsewhere = test.open(test.mentor(), Duration.ofDays(3).plusMinutes(59));
        var later = test.open(test.mentor(), Duration.ofDays(3).plusMinutes(61));

        assertThatThrownBy(() -> test.psql()
                        .sql("""
                        UPDATE mentoring.slots
                        SET status = 'confirmed', is_available = FALSE, student_id = ?, price_tokens = 0,
                            earning_tokens = 0, penalty_tokens = 0, cutoff_minutes = 0, confirmed_at = now()
                        WHERE id = ?""")
                        .params(mentor.userId().value(), elsewhere.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ex_slots_people");
        bookings.book(mentor, later, ExpectedTerms.ANY);
    }

    @Test
    void letsAnOpenSlotOverlapMeetings() {
        var both = test.richMentor(100);
        var own = test.open(both, Duration.ofDays(4));
        bookings.book(both, test.open(test.mentor(), Duration.ofDays(4)), ExpectedTerms.ANY);

        assertThatThrownBy(() -> bookings.book(test.student(100), own, ExpectedTerms.ANY))
                .hasMessageContaining("ex_slots_people");
    }

    private boolean offer(Actor mentor, Random random) {
        var start = clock.instant()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
        return offer(mentor, start, start.plus(Duration.ofMinutes(15 + random.nextInt(120))));
    }

    private boolean offerHalfAnHourAfter(Actor mentor, SlotView slot) {
        var half = Duration.ofMinutes(30);
        return offer(mentor, slot.startsAt().plus(half), slot.endsAt().plus(half));
    }

    private boolean offer(Actor mentor, Instant from, Instant until) {
        try {
            slots.offer(mentor, from, until);
            return true;
        } catch (DomainException refused) {
            assertThat(refused.type()).isEqualTo(MentoringProblem.SLOT_OVERLAPPING);
            return false;
        }
    }

    private long count() {
        return test.psql()
                .sql("SELECT count(*) FROM mentoring.slots")
                .query(Long.class)
                .single();
    }

    private long open(Actor mentor) {
        return test.psql()
                .sql("SELECT count(*) FROM mentoring.slots WHERE mentor_id = ? AND status = 'tentative'")
                .param(mentor.userId().value())
                .query(Long.class)
                .single();
    }

    private void assertNoOverlap() {
        assertThat(test.psql().sql("""
                        SELECT one.id, other.id
                        FROM mentoring.slots AS one
                        JOIN mentoring.slots AS other
                            ON other.mentor_id = one.mentor_id AND other.id > one.id AND other.during && one.during
                        WHERE one.status <> 'cancelled' AND other.status <> 'cancelled'""").query().listOfRows()).isEmpty();
    }
}
