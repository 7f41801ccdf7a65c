// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.domain.Meetings;
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
        test.role(mentor, Role.STUDENT);
        test.role(administrator, Role.ADMIN);

        announce(mentor, Role.STUDENT);
        announce(mentor, Role.STUDENT);
        announce(administrator, Role.ADMIN);
        announce(test.student(0), Role.STUDENT);

        assertThat(mentors.profile(mentor).active()).isFalse();
        assertThat(mentors.profile(mentor).version()).isEqualTo(2);
        assertThat(mentors.profile(administrator).active()).isTrue();
    }

    @Test
    void endsNoBookingsOfAMentorWhoHasTheRoleAgain() {
        var mentor = test.mentor();

        announce(mentor, Role.STUDENT);

        assertThat(mentors.profile(mentor).active()).isTrue();
        assertThat(mentors.profile(mentor).version()).isEqualTo(1);
    }

    /** An access token counts for some seconds after its role was taken away, or its account deactivated. */
    @Test
    void refusesAProfileUnderARoleOfThePast() {
        var former = test.mentor();
        test.role(former, Role.STUDENT);
        announce(former, Role.STUDENT);
        var gone = test.mentor();
        test.account(gone, false);

        assertRefused(KernelProblem.FORBIDDEN, () -> mentors.saveProfile(former, 2, Meetings.profile()));
        assertRefused(KernelProblem.FORBIDDEN, () -> mentors.saveProfile(gone, 1, Meetings.at(5)));

        assertThat(mentors.profile(former).active()).isFalse();
        assertThat(mentors.profile(gone).version()).isEqualTo(1);
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
