// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.domain.ProjectRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects and friendships of a person who deletes the account. */
@ServiceTest
class ErasedRelationsTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ProjectMemberService members;

    @Autowired
    private FriendshipService friendships;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Announcer announcer;

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void leavesNothingOfThePersonHoweverOftenItIsAnnounced() {
        var ann = people.person();
        var ben = people.person();
        friendships.request(ann, ben.userId());
        friendships.request(ben, ann.userId());
        var hers = projects.create(ann, "Kitchen").id();
        var his = projects.create(ben, "Garden").id();
        members.add(ann, hers, ben.userId(), ProjectRole.EDITOR);
        members.add(ben, his, ann.userId(), ProjectRole.EDITOR);

        announce(ann);
        announce(ann);

        assertThat(people.count("SELECT count(*) FROM planner.friendships")).isZero();
        assertThat(people.count("SELECT count(*) FROM planner.projects")).isEqualTo(1);
        assertThat(people.count("SELECT count(*) FROM planner.project_members")).isEqualTo(1);
        assertThat(projects.get(ben, his, true).membership().role()).isEqualTo(ProjectRole.OWNER);
    }

    private void announce(Actor person) {
        announcer.announce(new UserDeleted(person.userId(), clock.instant()));
    }
}
