// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.WeeklyWindow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An edit of the availability that waits for one of the profile. */
@ServiceTest
class AvailabilityEditTest {
    @Autowired
    private MentorService mentors;

    @Autowired
    private TestMeetings test;

    @Autowired
    private FreshDatabase.Switch database;

    @Test
    void generatesSlotsByTheProfileThatWasSavedMeanwhile() throws SQLException {
        var mentor = test.mentor();
        var mondays = List.of(new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), null, null));

        try (var executor = Executors.newSingleThreadExecutor();
                var editing = database.database().owner().getConnection()) {
            editing.setAutoCommit(false);
            shortenSlots(editing, mentor.userId().value());
            var saving = executor.submit(() -> mentors.saveAvailability(mentor, 0, mondays, List.of()));
            await().until(() -> database.database().waiting() == 1);
            editing.commit();
            assertThat(saving).succeedsWithin(Duration.ofSeconds(30));
        }

        assertThat(test.psql()
                        .sql("SELECT DISTINCT extract(epoch FROM ends_at - starts_at)::int / 60 FROM mentoring.slots")
                        .query(Integer.class)
                        .list())
                .containsExactly(30);
    }

    private static void shortenSlots(Connection connection, UUID mentor) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE mentoring.mentors SET slot_minutes = 30 WHERE user_id = ?")) {
            statement.setObject(1, mentor);
            statement.executeUpdate();
        }
    }
}
