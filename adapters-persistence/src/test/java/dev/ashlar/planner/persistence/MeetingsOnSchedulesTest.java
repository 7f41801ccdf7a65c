// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotConfirmed;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.planner.application.MeetingKeeper;
import dev.ashlar.planner.application.OccurrenceView;
import dev.ashlar.planner.application.ScheduleHousekeeping;
import dev.ashlar.planner.application.ScheduleService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Meetings appear on both schedules, move and vanish, whatever is told twice, late or out of order. */
@ServiceTest
class MeetingsOnSchedulesTest {
    private static final Instant FIRST = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant MOVED = Instant.parse("2026-03-06T15:00:00Z");
    private static final IdSource IDS = IdSource.timeOrdered();

    private final ScheduleService schedule;
    private final MeetingKeeper meetings;
    private final ScheduleHousekeeping housekeeping;
    private final Announcer announcer;
    private final TestPeople people;
    private final Actor mentor = person();
    private final Actor student = person();
    private final SlotId slot = new SlotId(IDS.next());
    private final SlotConfirmed confirmed = confirmed(2, FIRST);
    private final SlotConfirmed moved = confirmed(4, MOVED);
    private final SlotCancelled cancelled =
            new SlotCancelled(slot, mentor.userId(), student.userId(), MOVED, MOVED.plusSeconds(3600), 6);

    @Autowired
    MeetingsOnSchedulesTest(
            ScheduleService schedule,
            MeetingKeeper meetings,
            ScheduleHousekeeping housekeeping,
            Announcer announcer,
            TestPeople people) {
        this.schedule = schedule;
        this.meetings = meetings;
        this.housekeeping = housekeeping;
        this.announcer = announcer;
        this.people = people;
    }

    @BeforeEach
    void addAccounts() {
        people.account(mentor, true);
        people.account(student, true);
    }

    @Test
    @Tag("rule-hooks-fire")
    void showsMovesAndHidesAMeetingOnBothSchedules() {
        announcer.announce(
                new SlotConfirmed(slot, mentor.userId(), student.userId(), FIRST, FIRST.plusSeconds(3600), 2));
        assertShown(FIRST);
        assertThat(schedule(mentor).getFirst().title()).isEqualTo("Meeting with a student");
        assertThat(schedule(student).getFirst().title()).isEqualTo("Meeting with your mentor");

        announcer.announce(moved);
        assertShown(MOVED);

        announcer.announce(
                new SlotCancelled(slot, mentor.userId(), student.userId(), MOVED, MOVED.plusSeconds(3600), 6));
        assertHidden();
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void changesNothingWhenAnEventIsRepeatedOrLate() {
        var first = new SlotConfirmed(slot, mentor.userId(), student.userId(), FIRST, FIRST.plusSeconds(3600), 2);
        var last = new SlotCancelled(slot, mentor.userId(), student.userId(), MOVED, MOVED.plusSeconds(3600), 6);
        announcer.announce(first);
        announcer.announce(first);
        announcer.announce(moved);
        announcer.announce(confirmed);
        announcer.announce(moved);
        assertShown(MOVED);
        announcer.announce(last);
        announcer.announce(last);
        announcer.announce(moved);
        announcer.announce(confirmed);
        assertHidden();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void staysHiddenIfTheCancellationIsToldFirst() {
        meetings.cancelled(cancelled);
        meetings.confirmed(moved);
        meetings.confirmed(confirmed);
        assertHidden();
    }

    @Race(10)
    void showsTheLastVersionWhateverIsToldAtOnce() {
        var told = new ArrayList<Runnable>();
        for (int repeated = 0; repeated < 4; repeated++) {
            told.add(() -> meetings.confirmed(confirmed));
            told.add(() -> meetings.confirmed(moved));
        }
        run(told);
        assertShown(MOVED);

        told.add(() -> meetings.cancelled(cancelled));
        run(told);
        assertHidden();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void showsNothingToAPersonWhoIsGone() {
        people.account(student, false);
        meetings.confirmed(confirmed);
        assertThat(schedule(mentor)).hasSize(1);
        assertThat(schedule(student)).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void forgetsCancelledMeetings() {
        housekeeping.forgetCancelledMeetings();
        var future = Instant.parse("2126-03-04T10:00:00Z");
        meetings.cancelled(
                new SlotCancelled(slot, mentor.userId(), student.userId(), future, future.plusSeconds(3600), 6));
        assertThat(housekeeping.forgetCancelledMeetings()).as("it is not over").isZero();
        meetings.cancelled(
                new SlotCancelled(slot, mentor.userId(), student.userId(), FIRST, FIRST.plusSeconds(3600), 7));
        assertThat(housekeeping.forgetCancelledMeetings()).isEqualTo(2);
        assertThat(housekeeping.forgetCancelledMeetings()).isZero();
    }

    private void run(List<Runnable> told) {
        Collections.shuffle(told, new Random(told.size()));
        var outcomes = Together.run(told.size(), number -> () -> {
            told.get(number).run();
            return number;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    private void assertShown(Instant startsAt) {
        for (var person : List.of(mentor, student)) {
            assertThat(schedule(person)).singleElement().satisfies(shown -> {
                assertThat(shown.time().startsAt()).isEqualTo(startsAt);
                assertThat(shown.time().endsAt()).isEqualTo(startsAt.plusSeconds(3600));
                assertThat(shown.sourceId()).isEqualTo(slot.value());
            });
        }
    }

    private void assertHidden() {
        assertThat(schedule(mentor)).isEmpty();
        assertThat(schedule(student)).isEmpty();
    }

    private List<OccurrenceView> schedule(Actor person) {
        return schedule.schedule(
                        person,
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-04-01"),
                        ZoneOffset.UTC,
                        PageRequest.first())
                .items();
    }

    private long rows() {
        return people.count("SELECT count(*) FROM planner.schedule_items WHERE source_id = '" + slot.value() + "'");
    }

    private SlotConfirmed confirmed(int version, Instant startsAt) {
        return new SlotConfirmed(
                slot, mentor.userId(), student.userId(), startsAt, startsAt.plusSeconds(3600), version);
    }

    private static Actor person() {
        return new Actor(new UserId(IDS.next()), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
