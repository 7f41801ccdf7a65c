// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.request;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.FriendshipViews;
import dev.ashlar.planner.domain.Friendship;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.FriendshipsContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper FriendshipMapper.remove version", test = "removesTheVersionThatOneOfTheTwoRead")
class FriendshipMapperTest extends FriendshipsContract {
    private final UserId person = user();

    @Autowired
    private FriendshipMapper friendships;

    @Autowired
    private FriendshipViews views;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Friendships friendships() {
        return friendships;
    }

    @Test
    void listsBothRolesOfAPersonNewestFirstFromTheKeyOn() {
        var first = stored(person, user());
        var second = stored(user(), person);
        var third = stored(person, user());
        stored(user(), user());

        assertThat(views.friendships(person, null, null, 5)).containsExactly(third, second, first);
        assertThat(views.friendships(person, null, null, 2)).containsExactly(third, second);
        assertThat(views.friendships(person, null, third.id().value(), 5)).containsExactly(second, first);
    }

    @Test
    void filtersByStatus() {
        var pending = stored(person, user());
        var request = stored(person, user());
        friendships.update(request.decided(FriendshipStatus.ACCEPTED, request.addresseeId(), LATER), 0);

        assertThat(views.friendships(person, FriendshipStatus.PENDING, null, 5)).containsExactly(pending);
        assertThat(views.friendships(person, FriendshipStatus.ACCEPTED, null, 5))
                .extracting(Friendship::id)
                .containsExactly(request.id());
        assertThat(views.friendships(person, FriendshipStatus.DECLINED, null, 5))
                .isEmpty();
    }

    @Test
    void leavesOutThoseWhoHaveBlockedThePerson() {
        var blocking = stored(person, user());
        friendships.update(blocking.blocked(person, LATER), 0);
        var blocked = stored(person, user());
        friendships.update(blocked.blocked(blocked.addresseeId(), LATER), 0);

        assertThat(views.friendships(person, null, null, 5))
                .extracting(Friendship::id)
                .containsExactly(blocking.id());
        assertThat(views.friendships(person, FriendshipStatus.BLOCKED, null, 5))
                .extracting(Friendship::id)
                .containsExactly(blocking.id());
    }

    @Test
    void refusesASecondFriendshipOfTwoPeopleInEitherDirection() {
        var request = stored(person, user());
        assertThatThrownBy(() -> insert(request.addresseeId(), person)).hasMessageContaining("uq_friendships_people");
    }

    @Test
    void refusesAFriendshipWithOneself() {
        assertThatThrownBy(() -> insert(person, person)).hasMessageContaining("chk_friendships_people");
    }

    @Test
    void refusesABlockByAThirdPerson() {
        var request = stored(person, user());
        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE planner.friendships SET status = 'blocked', blocked_by = :by WHERE id = :id")
                        .param("by", user().value())
                        .param("id", request.id().value())
                        .update())
                .hasMessageContaining("chk_friendships_blocked_by");
    }

    private void insert(UserId requester, UserId addressee) {
        jdbc.sql("""
                        INSERT INTO planner.friendships (id, requester_id, addressee_id, created_at, updated_at)
                        VALUES (gen_random_uuid(), :requester, :addressee, now(), now())""")
                .param("requester", requester.value())
                .param("addressee", addressee.value())
                .update();
    }

    private Friendship stored(UserId requester, UserId addressee) {
        return friendships.request(request(requester, addressee), NOW).orElseThrow();
    }
}
