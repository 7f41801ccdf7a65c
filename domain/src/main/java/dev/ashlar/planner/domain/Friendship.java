// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Relation of two people, from the request on.
 *
 * @param blockedBy person who has blocked the other; null unless blocked
 * @param version number of changes
 */
public record Friendship(
        FriendshipId id,
        UserId requesterId,
        UserId addresseeId,
        FriendshipStatus status,
        @Nullable UserId blockedBy,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Time for which a person whose request was declined may not ask again. */
    public static final Duration DECLINED_FOR = Duration.ofDays(30);

    /** Returns a request for friendship, or refuses one to oneself. */
    public static Friendship requested(FriendshipId id, UserId requester, UserId addressee, Instant now) {
        if (requester.equals(addressee)) {
            throw PlannerProblem.OWN_FRIENDSHIP
                    .because("The request is addressed to yourself. Choose another person.")
                    .at("/userId", "must be another person");
        }
        return new Friendship(id, requester, addressee, FriendshipStatus.PENDING, null, now, now, 0);
    }

    /** Returns the friendship that the addressee has accepted or declined. */
    public Friendship decided(FriendshipStatus decision, UserId decider, Instant now) {
        requireNext(decision);
        if (decider.equals(requesterId)) {
            throw PlannerProblem.OWN_FRIENDSHIP_REQUEST.because("You made request " + id.value()
                    + " yourself. The other person decides; you may delete the request.");
        }
        return new Friendship(id, requesterId, addresseeId, decision, null, createdAt, now, version);
    }

    /** Returns the friendship after one of the two has blocked the other. */
    public Friendship blocked(UserId blocker, Instant now) {
        requireNext(FriendshipStatus.BLOCKED);
        return new Friendship(id, requesterId, addresseeId, FriendshipStatus.BLOCKED, blocker, createdAt, now, version);
    }

    /** Returns the other of the two. */
    public UserId otherThan(UserId person) {
        return person.equals(requesterId) ? addresseeId : requesterId;
    }

    /** True if the request was declined; its requester may ask again later, its addressee at once. */
    public boolean isDeclined() {
        return status == FriendshipStatus.DECLINED;
    }

    /** True if the two are friends. */
    public boolean isAccepted() {
        return status == FriendshipStatus.ACCEPTED;
    }

    /** True if one has blocked the other, so that neither finds the other. */
    public boolean isBlocked() {
        return status == FriendshipStatus.BLOCKED;
    }

    /** True unless the other person has blocked this one. */
    public boolean isVisibleTo(UserId person) {
        return !isBlocked() || person.equals(blockedBy);
    }

    private void requireNext(FriendshipStatus next) {
        FriendshipStatus.LIFECYCLE.require(status, next, PlannerProblem.ILLEGAL_TRANSITION, "Friendship " + id.value());
    }
}
