// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.PageRequest;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.domain.ProjectRole;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Friends of the student, and a project that they share. They are added to a student without friends only. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoFriends extends DemoSeed {
    private static final PageRequest ONE = new PageRequest(1, null);

    private final DemoPeople people;
    private final FriendshipService friendships;
    private final ProjectService projects;
    private final ProjectMemberService members;

    DemoFriends(
            DemoPeople people, FriendshipService friendships, ProjectService projects, ProjectMemberService members) {
        super("demo friends");
        this.people = people;
        this.friendships = friendships;
        this.projects = projects;
        this.members = members;
    }

    @Override
    public void run() {
        var student = people.actor(DemoPerson.STUDENT);
        if (!friendships.list(student, null, ONE).items().isEmpty()) {
            return;
        }
        var mentor = people.actor(DemoPerson.MENTOR);
        friendships.request(student, mentor.userId());
        friendships.request(mentor, student.userId());
        friendships.request(people.actor(DemoPerson.SALES), student.userId());
        var project = projects.create(student, "Portfolio").id();
        members.add(student, project, mentor.userId(), ProjectRole.VIEWER);
    }
}
