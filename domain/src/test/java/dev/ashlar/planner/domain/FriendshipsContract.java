package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.request;
import static dev.ashlar.planner.domain.Relations.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Friendships}. */
public abstract class FriendshipsContract {
    private final UserId ann = someone();
    private final UserId ben = someone();

    protected abstract Friendships friendships();

    @Test
    void returnsTheStoredRequestToBothAndToNobodyElse() {
        var request = request(ann, ben);
        assertThat(friendships().request(request))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(request);
        assertThat(friendships().find(ann, request.id())).hasValue(request);
        assertThat(friendships().find(ben, request.id())).hasValue(request);
        assertThat(friendships().find(someone(), request.id())).isEmpty();
        assertThat(friendships().between(ann, ben)).hasValue(request);
        assertThat(friendships().between(ben, ann)).hasValue(request);
        assertThat(friendships().between(ann, someone())).isEmpty();
    }

    @Test
    void acceptsTheRequestOfTheOther() {
        var first = stored(ann, ben);
        var accepted =
                friendships().request(Friendship.requested(request(ben, ann).id(), ben, ann, LATER));
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
        assertThat(friendships().request(request(ann, ben))).isEmpty();
        assertThat(friendships().between(ann, ben)).hasValue(first);
        assertThat(friendships().lockAccepted(ann, ben)).isFalse();
    }

    @Test
    void storesNoRequestOfFriendsOrOfTheBlocked() {
        var first = stored(ann, ben);
        var friends = first.decided(FriendshipStatus.ACCEPTED, ben, LATER);
        friendships().update(friends, 0);
        assertThat(friendships().request(request(ben, ann))).isEmpty();
        friendships().update(friends.blocked(ann, LATER), 1);
        assertThat(friendships().request(request(ben, ann))).isEmpty();
        assertThat(friendships().request(request(ann, ben))).isEmpty();
    }

    @Test
    void storesAnotherRequestAfterADeclinedOne() {
        var first = stored(ann, ben);
        friendships().update(first.decided(FriendshipStatus.DECLINED, ben, LATER), 0);
        assertThat(friendships().between(ann, ben)).isEmpty();
        var second = request(ben, ann);
        assertThat(friendships().request(second)).hasValue(second);
        assertThat(friendships().find(ann, first.id())).isPresent();
    }

    @Test
    @Tag("rule-102")
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
        assertThat(friendships().remove(someone(), request.id(), 0)).isFalse();
        assertThat(friendships().remove(ann, request.id(), 0)).isTrue();
        assertThat(friendships().find(ben, request.id())).isEmpty();
    }

    @Test
    void erasesTheFriendshipsOfAPersonInBothRoles() {
        var others = stored(ben, someone());
        var asked = stored(ann, ben);
        var wasAsked = stored(someone(), ann);
        friendships().erase(ann);
        assertThat(friendships().find(ben, asked.id())).isEmpty();
        assertThat(friendships().find(wasAsked.requesterId(), wasAsked.id())).isEmpty();
        assertThat(friendships().find(ben, others.id())).isPresent();
    }

    private Friendship stored(UserId requester, UserId addressee) {
        return friendships().request(request(requester, addressee)).orElseThrow();
    }
}
