// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.domain.Meetings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
    private Announcer announcer;

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

    /** A request may be under way while its role is taken away or its account deactivated. */
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

    private void announce(Actor person, Role to) {
        announcer.announce(new RoleChanged(person.userId(), Role.EXPERT, to, clock.instant()));
    }
}
