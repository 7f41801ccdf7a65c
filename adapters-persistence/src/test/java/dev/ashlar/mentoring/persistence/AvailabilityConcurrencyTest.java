// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentoringProblem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Availability that is saved, and meetings that are moved, while the profile of their mentor changes. */
@ServiceTest
class AvailabilityConcurrencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<WeeklyWindow> MONDAYS =
            List.of(new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null));

    private final MentorService mentors;
    private final BookingService bookings;
    private final TestMeetings test;
    private final FreshDatabase.Switch database;
    private final TransactionTemplate transaction;

    @Autowired
    AvailabilityConcurrencyTest(
            MentorService mentors,
            BookingService bookings,
            TestMeetings test,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.mentors = mentors;
        this.bookings = bookings;
        this.test = test;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void makesNoSlotsOfAMentorWhoHasJustStopped() {
        var mentor = test.mentor();

        var saving = whileStopping(mentor, () -> mentors.saveAvailability(mentor, 0, MONDAYS, List.of()));

        assertThat(saving).succeedsWithin(PATIENCE);
        assertThat(count("mentoring.slots WHERE mentor_id = '" + mentor.userId().value() + "'"))
                .isZero();
    }

    @Test
    void movesNoMeetingToTimeOfAMentorWhoHasJustStopped() {
        var mentor = test.mentor();
        var student = test.student(Meetings.PRICE);
        var meeting = test.open(mentor, Duration.ofDays(3));
        bookings.book(student, meeting, ExpectedTerms.ANY);
        var later = test.open(mentor, Duration.ofDays(4));
        await("the listeners, who lock the account of the mentor, too")
                .until(() -> count("kernel.event_publication") == 0);

        var moving = whileStopping(mentor, () -> bookings.reschedule(student, meeting, later));

        assertThat(moving)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(MentoringProblem.MENTOR_INACTIVE));
    }

    private long count(String fromWhere) {
        return test.psql()
                .sql("SELECT count(*) FROM " + fromWhere)
                .query(Long.class)
                .single();
    }

    /** Runs a call that waits until a profile without bookings is stored. */
    private CompletableFuture<Void> whileStopping(Actor mentor, Runnable call) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            mentors.saveProfile(mentor, 1, Meetings.inactive());
            var waiting = CompletableFuture.runAsync(call);
            await().until(() -> database.database().waiting() == 1 || waiting.isDone());
            return waiting;
        }));
    }
}
