// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.request;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FriendshipTest {
    private final UserId ann = user();
    private final UserId ben = user();
    private final Friendship request = request(ann, ben);

    @Test
    void isNotRequestedFromOneself() {
        assertRefused(PlannerProblem.OWN_FRIENDSHIP, () -> request(ann, ann));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "DECLINED"})
    void isDecidedByItsAddressee(FriendshipStatus decision) {
        assertRefused(PlannerProblem.OWN_FRIENDSHIP_REQUEST, () -> request.decided(decision, ann, LATER));
        var decided = request.decided(decision, ben, LATER);
        assertThat(decided.status()).isEqualTo(decision);
        assertThat(decided.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void isDecidedOnce() {
        var declined = request.decided(FriendshipStatus.DECLINED, ben, LATER);
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> declined.decided(FriendshipStatus.ACCEPTED, ben, LATER));
    }

    @Test
    void isBlockedByEitherAndHiddenFromTheOther() {
        var blocked = request.blocked(ann, LATER);
        assertThat(blocked.isBlocked()).isTrue();
        assertThat(blocked.isVisibleTo(ann)).isTrue();
        assertThat(blocked.isVisibleTo(ben)).isFalse();
        var friends = request.decided(FriendshipStatus.ACCEPTED, ben, LATER);
        assertThat(friends.isVisibleTo(ann)).isTrue();
        assertThat(friends.isVisibleTo(ben)).isTrue();
        assertThat(friends.blocked(ben, LATER).isVisibleTo(ann)).isFalse();
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> blocked.blocked(ben, LATER));
    }

    @Test
    void tellsTheOtherOfTheTwo() {
        assertThat(request.otherThan(ann)).isEqualTo(ben);
        assertThat(request.otherThan(ben)).isEqualTo(ann);
    }
}
