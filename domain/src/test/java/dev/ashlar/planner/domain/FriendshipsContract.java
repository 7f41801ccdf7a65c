// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.NOW;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Friendships}. */
public abstract class FriendshipsContract {
    private final UserId ann = user();
    private final UserId ben = user();

    protected abstract Friendships friendships();

    @Test
    void returnsTheStoredRequestToBothAndToNobodyElse() {
        var request = Relations.request(ann, ben);
        assertThat(friendships().request(request, NOW))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(request);
        assertThat(friendships().find(ann, request.id())).hasValue(request);
        assertThat(friendships().find(ben, request.id())).hasValue(request);
        assertThat(friendships().find(user(), request.id())).isEmpty();
        assertThat(friendships().between(ann, ben)).hasValue(request);
        assertThat(friendships().between(ben, ann)).hasValue(request);
        assertThat(friendships().between(ann, user())).isEmpty();
    }

    @Test
    void acceptsTheRequestOfTheOther() {
        var first = stored(ann, ben);
        var accepted = friendships()
                .request(Friendship.requested(Relations.request(ben, ann).id(), ben, ann, LATER), NOW);
        assertThat(accepted).hasValueSatisfying(friendship -> {
            assertThat(friendship.id()).isEqualTo(first.id());
            assertThat(friendship.status()).isEqualTo(FriendshipStatus.ACCEPTED);
            assertThat(friendship.requesterId()).isEqualTo(ann);
            assertThat(friendship.updatedAt()).isEqualTo(LATER);
            assertThat(friendship.version()).isEqualTo(1);
        });
        assertThat(friendships().lockAccepted(ann, ben)).isTrue();
        assertThat(friendships().lockAccepted(ben, ann)).isTrue();
    }

    @Test
    void storesNoSecondRequestOfTheSamePerson() {
        var first = stored(ann, ben);
        assertThat(request(ann, ben, NOW)).isEmpty();
        assertThat(friendships().between(ann, ben)).hasValue(first);
        assertThat(friendships().lockAccepted(ann, ben)).isFalse();
    }

    @Test
    void storesNoRequestOfFriendsOrOfTheBlocked() {
        var first = stored(ann, ben);
        var friends = first.decided(FriendshipStatus.ACCEPTED, ben, LATER);
        friendships().update(friends, 0);
        assertThat(request(ben, ann, NOW)).isEmpty();
        friendships().update(friends.blocked(ann, LATER), 1);
        assertThat(request(ben, ann, NOW)).isEmpty();
        assertThat(request(ann, ben, NOW)).isEmpty();
    }

    @Test
    void letsThePersonWhoDeclinedAskAtOnce() {
        var declined = declined();
        assertThat(request(ben, ann, NOW)).hasValueSatisfying(again -> {
            assertThat(again.id()).isEqualTo(declined.id());
            assertThat(again.status()).isEqualTo(FriendshipStatus.PENDING);
            assertThat(again.requesterId()).isEqualTo(ben);
            assertThat(again.addresseeId()).isEqualTo(ann);
            assertThat(again.version()).isEqualTo(2);
        });
    }

    @Test
    void letsThePersonWhoWasDeclinedAskAgainLater() {
        declined();
        assertThat(request(ann, ben, NOW)).isEmpty();
        assertThat(request(ann, ben, LATER))
                .hasValueSatisfying(again -> assertThat(again.requesterId()).isEqualTo(ann));
    }

    @Test
    void letsOnlyTheAddresseeRemoveADeclinedRequest() {
        var declined = declined();
        assertThat(friendships().remove(ann, declined.id(), 1)).isFalse();
        assertThat(friendships().remove(ben, declined.id(), 1)).isTrue();
    }

    @Test
    void leavesNothingToABlockedPersonOfADeclinedRequest() {
        var declined = declined();
        var again = request(ben, ann, NOW).orElseThrow();
        friendships().update(again.blocked(ann, LATER), again.version());
        assertThat(friendships().find(ben, declined.id())).isEmpty();
        assertThat(friendships().find(ann, declined.id())).isPresent();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var request = stored(ann, ben);
        var accepted = request.decided(FriendshipStatus.ACCEPTED, ben, LATER);
        assertThat(friendships().update(accepted, 1)).isFalse();
        assertThat(friendships().update(accepted, 0)).isTrue();
        assertThat(friendships().update(accepted, 0)).isFalse();
        assertThat(friendships().find(ann, request.id())).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(FriendshipStatus.ACCEPTED);
            assertThat(found.updatedAt()).isEqualTo(LATER);
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void hidesABlockFromTheBlocked() {
        var request = stored(ann, ben);
        friendships().update(request.blocked(ben, LATER), 0);
        assertThat(friendships().find(ann, request.id())).isEmpty();
        assertThat(friendships().remove(ann, request.id(), 1)).isFalse();
        assertThat(friendships().find(ben, request.id()))
                .hasValueSatisfying(found -> assertThat(found.blockedBy()).isEqualTo(ben));
        assertThat(friendships().remove(ben, request.id(), 1)).isTrue();
        assertThat(friendships().between(ann, ben)).isEmpty();
    }

    @Test
    void removesTheVersionThatOneOfTheTwoRead() {
        var request = stored(ann, ben);
        assertThat(friendships().remove(ann, request.id(), 1)).isFalse();
        assertThat(friendships().remove(user(), request.id(), 0)).isFalse();
        assertThat(friendships().remove(ann, request.id(), 0)).isTrue();
        assertThat(friendships().find(ben, request.id())).isEmpty();
    }

    @Test
    void erasesTheFriendshipsOfAPersonInBothRoles() {
        var others = stored(ben, user());
        var asked = stored(ann, ben);
        var wasAsked = stored(user(), ann);
        friendships().erase(ann);
        assertThat(friendships().find(ben, asked.id())).isEmpty();
        assertThat(friendships().find(wasAsked.requesterId(), wasAsked.id())).isEmpty();
        assertThat(friendships().find(ben, others.id())).isPresent();
    }

    private Friendship stored(UserId requester, UserId addressee) {
        return request(requester, addressee, NOW).orElseThrow();
    }

    private Friendship declined() {
        var declined = stored(ann, ben).decided(FriendshipStatus.DECLINED, ben, LATER);
        assertThat(friendships().update(declined, 0)).isTrue();
        return declined;
    }

    private Optional<Friendship> request(UserId requester, UserId addressee, Instant declinedUntil) {
        return friendships().request(Relations.request(requester, addressee), declinedUntil);
    }
}
