// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    private ApplicationEventPublisher publisher;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

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

        assertThat(jdbc.sql("SELECT mentor_id FROM mentoring.slots WHERE meeting_url IS NOT NULL")
                        .query(UUID.class)
                        .list())
                .containsExactly(other.userId().value());
    }

    /** Returns when the event has been handled. */
    private void announce(Actor person) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> publisher.publishEvent(new UserDeleted(person.userId(), clock.instant())));
        await().until(() -> jdbc.sql("SELECT count(*) FROM kernel.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }
}
