// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentorProfile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Availability that is saved while the profile of its mentor changes. */
@ServiceTest
class AvailabilityConcurrencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<WeeklyWindow> MONDAYS =
            List.of(new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null));

    private final MentorService mentors;
    private final TestMeetings test;
    private final FreshDatabase.Switch database;
    private final TransactionTemplate transaction;

    @Autowired
    AvailabilityConcurrencyTest(
            MentorService mentors,
            TestMeetings test,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.mentors = mentors;
        this.test = test;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void makesNoSlotsOfAMentorWhoHasJustStopped() {
        var mentor = test.mentor();
        var before = Meetings.profile();
        var stopped = new MentorProfile(before.pitch(), before.plan(), before.terms(), before.meetingUrl(), false);

        var saving = transaction.execute(_ -> {
            mentors.saveProfile(mentor, 1, stopped);
            var waiting = CompletableFuture.runAsync(() -> mentors.saveAvailability(mentor, 0, MONDAYS, List.of()));
            await().until(() -> database.database().waiting() == 1 || waiting.isDone());
            return waiting;
        });

        assertThat(saving).succeedsWithin(PATIENCE);
        assertThat(test.psql()
                        .sql("SELECT count(*) FROM mentoring.slots")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
