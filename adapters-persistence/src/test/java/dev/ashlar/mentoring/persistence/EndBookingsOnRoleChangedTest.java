// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Profile of a mentor whose role changes. */
@ServiceTest
class EndBookingsOnRoleChangedTest {
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
    void endsTheBookingsOfAMentorWhoLosesTheRoleHoweverOftenItIsAnnounced() {
        var mentor = test.mentor();
        var administrator = test.mentor();

        announce(mentor, Role.STUDENT);
        announce(mentor, Role.STUDENT);
        announce(administrator, Role.ADMIN);
        announce(test.student(0), Role.STUDENT);

        assertThat(mentors.profile(mentor).active()).isFalse();
        assertThat(mentors.profile(mentor).version()).isEqualTo(2);
        assertThat(mentors.profile(administrator).active()).isTrue();
    }

    /** Returns when the event has been handled. */
    private void announce(Actor person, Role to) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ ->
                        publisher.publishEvent(new RoleChanged(person.userId(), Role.EXPERT, to, clock.instant())));
        await().until(() -> jdbc.sql("SELECT count(*) FROM kernel.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }
}
