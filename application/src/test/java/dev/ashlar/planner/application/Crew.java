// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.user;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.InMemoryFriendships;
import dev.ashlar.planner.domain.InMemoryProjects;

/** Services of projects and friendships without a database. */
final class Crew {
    final InMemoryProjects projects = new InMemoryProjects();
    final InMemoryFriendships friendships = new InMemoryFriendships();
    final KnownPeople people = new KnownPeople();
    final ProjectViews projectViews = mock(ProjectViews.class);
    final FriendshipViews friendshipViews = mock(FriendshipViews.class);

    final ProjectService projectService = new ProjectService(projects, projectViews, IdSource.timeOrdered(), () -> NOW);
    final ProjectMemberService memberService = new ProjectMemberService(
            projects, projectViews, friendships, new Persons(people), IdSource.timeOrdered(), () -> NOW);
    final FriendshipService friendshipService = new FriendshipService(
            friendships, friendshipViews, projects, new Persons(people), IdSource.timeOrdered(), () -> NOW);

    FriendshipId befriend(Actor one, Actor other) {
        friendshipService.request(one, other.userId());
        return friendshipService.request(other, one.userId()).id();
    }

    static Actor person() {
        return new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
