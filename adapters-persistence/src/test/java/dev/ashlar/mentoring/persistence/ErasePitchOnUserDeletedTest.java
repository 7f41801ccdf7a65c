// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Profile of a mentor who deletes the account. */
@ServiceTest
class ErasePitchOnUserDeletedTest {
    @Autowired
    private TestMeetings test;

    @Autowired
    private MentorService mentors;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Announcer announcer;

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void erasesTheWordsOfTheMentorHoweverOftenItIsAnnounced() {
        var mentor = test.mentor();
        var other = test.mentor();

        announce(mentor);
        announce(mentor);
        announce(test.student(0));

        assertThat(mentors.profile(mentor).pitch().headline()).isEqualTo("Deleted user");
        assertThat(mentors.profile(mentor).pitch().bio()).isNull();
        assertThat(mentors.profile(other).pitch().headline()).isNotEqualTo("Deleted user");
    }

    @Test
    void erasesThePlacesOfAllMeetingsWithTheMentor() {
        var mentor = test.mentor();
        var other = test.mentor();
        for (var person : List.of(mentor, other)) {
            test.psql()
                    .sql("UPDATE mentoring.slots SET meeting_url = 'https://meet.example/room' WHERE id = ?")
                    .param(test.open(person, Duration.ofDays(3)).value())
                    .update();
        }

        announce(mentor);

        assertThat(test.psql()
                        .sql("SELECT mentor_id FROM mentoring.slots WHERE meeting_url IS NOT NULL")
                        .query(UUID.class)
                        .list())
                .containsExactly(other.userId().value());
    }

    private void announce(Actor person) {
        announcer.announce(new UserDeleted(person.userId(), clock.instant()));
    }
}
