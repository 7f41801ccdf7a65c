// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.application.Crew.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectRole;
import org.junit.jupiter.api.Test;

class FriendshipServiceTest {
    private final Crew crew = new Crew();
    private final FriendshipService friendships = crew.friendshipService;
    private final Actor ann = person();
    private final Actor ben = person();
    private final Actor stranger = person();

    @Test
    void makesFriendsOfTwoWhoAskEachOther() {
        var requested = friendships.request(ann, ben.userId());
        assertThat(requested.status()).isEqualTo(FriendshipStatus.PENDING);
        assertThat(requested.requestedByMe()).isTrue();
        var accepted = friendships.request(ben, ann.userId());
        assertThat(accepted.id()).isEqualTo(requested.id());
        assertThat(accepted.status()).isEqualTo(FriendshipStatus.ACCEPTED);
        assertThat(accepted.requestedByMe()).isFalse();
    }

    @Test
    void changesNothingWhenARequestIsRepeated() {
        var first = friendships.request(ann, ben.userId());
        assertThat(friendships.request(ann, ben.userId())).isEqualTo(first);
        friendships.accept(ben, first.id());
        assertThat(friendships.request(ann, ben.userId()).status()).isEqualTo(FriendshipStatus.ACCEPTED);
    }

    @Test
    void letsTheAddresseeDecideOnce() {
        var id = friendships.request(ann, ben.userId()).id();
        assertRefused(PlannerProblem.OWN_FRIENDSHIP_REQUEST, () -> friendships.accept(ann, id));
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.accept(stranger, id));
        assertThat(friendships.decline(ben, id).status()).isEqualTo(FriendshipStatus.DECLINED);
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> friendships.accept(ben, id));
        assertRefused(PlannerProblem.FRIENDSHIP_DECLINED, () -> friendships.request(ann, ben.userId()));
        assertRefused(PlannerProblem.FRIENDSHIP_DECLINED, () -> friendships.remove(ann, id, 1));
        assertThat(friendships.request(ben, ann.userId()).status()).isEqualTo(FriendshipStatus.PENDING);
    }

    @Test
    void refusesRequestsToOneselfAndToUnknownPeople() {
        crew.people.unknown.add(stranger.userId());
        assertRefused(PlannerProblem.OWN_FRIENDSHIP, () -> friendships.request(ann, ann.userId()));
        assertRefused(PlannerProblem.PERSON_NOT_FOUND, () -> friendships.request(ann, stranger.userId()));
    }

    @Test
    void refusesRequestsToAndFromInactiveAccounts() {
        crew.people.deactivated.add(stranger.userId());
        assertRefused(PlannerProblem.PERSON_NOT_FOUND, () -> friendships.request(ann, stranger.userId()));
        assertRefused(KernelProblem.UNAUTHENTICATED, () -> friendships.request(stranger, ann.userId()));
    }

    @Test
    void hidesEachOfTheTwoFromTheOtherAfterABlock() {
        var id = crew.befriend(ann, ben);
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.block(stranger, id));
        assertThat(friendships.block(ann, id).status()).isEqualTo(FriendshipStatus.BLOCKED);
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.get(ben, id));
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.block(ben, id));
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.remove(ben, id, 2));
        assertRefused(PlannerProblem.PERSON_NOT_FOUND, () -> friendships.request(ben, ann.userId()));
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> friendships.request(ann, ben.userId()));
        friendships.remove(ann, id, 2);
        assertThat(friendships.request(ben, ann.userId()).status()).isEqualTo(FriendshipStatus.PENDING);
    }

    @Test
    void endsMembershipsWithABlock() {
        var id = crew.befriend(ann, ben);
        var project = crew.projectService.create(ann, "Kitchen").id();
        crew.memberService.add(ann, project, ben.userId(), ProjectRole.EDITOR);
        friendships.block(ben, id);
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> crew.memberService.get(ben, project, ben.userId()));
    }

    @Test
    void hidesMembersFromThoseWhomTheyBlock() {
        var carl = person();
        var project = crew.projectService.create(carl, "Kitchen").id();
        crew.befriend(carl, ann);
        crew.befriend(carl, ben);
        crew.memberService.add(carl, project, ann.userId(), ProjectRole.EDITOR);
        var added = crew.memberService.add(carl, project, ben.userId(), ProjectRole.EDITOR);
        friendships.block(ann, crew.befriend(ann, ben));
        assertRefused(PlannerProblem.MEMBER_NOT_FOUND, () -> crew.memberService.get(ben, project, ann.userId()));
        assertRefused(PlannerProblem.MEMBER_NOT_FOUND, () -> crew.memberService.get(ann, project, ben.userId()));
        assertThat(crew.memberService.get(carl, project, ben.userId())).isEqualTo(added);
    }

    @Test
    void endsAFriendshipOfTheVersionThatWasRead() {
        var id = crew.befriend(ann, ben);
        assertRefused(KernelProblem.STALE_VERSION, () -> friendships.remove(ann, id, 0));
        friendships.remove(ben, id, 1);
        assertRefused(PlannerProblem.FRIENDSHIP_NOT_FOUND, () -> friendships.get(ann, id));
    }
}
