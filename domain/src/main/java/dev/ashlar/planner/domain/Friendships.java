// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Friendships. Two people have at most one, which a unique constraint guards. */
public interface Friendships {
    /**
     * Stores a request, or accepts the request that its addressee has made before. Of two people who ask each other at the same
     * instant, the later one accepts. A request takes the place of a declined one: that of the person who declined at once, that of
     * the other one only if it was declined until the given time.
     *
     * @return the stored friendship; empty if the two have another one
     */
    Optional<Friendship> request(Friendship request, Instant declinedUntil);

    /** Finds a friendship of this person, unless the other one has blocked the person. */
    Optional<Friendship> find(UserId person, FriendshipId id);

    /** Finds the friendship of two people, whatever its status. */
    Optional<Friendship> between(UserId one, UserId other);

    /** Locks the accepted friendship of two people until the transaction ends; returns false if there is none. */
    boolean lockAccepted(UserId one, UserId other);

    /** Stores a changed status if the friendship still has the version; returns false otherwise. */
    boolean update(Friendship changed, int expectedVersion);

    /**
     * Removes a friendship that this person finds, if it still has the version; returns false otherwise. Only the addressee removes a
     * declined one, which keeps the requester from asking again at once.
     */
    boolean remove(UserId person, FriendshipId id, int expectedVersion);

    /** Removes the friendships of a person whose account is deleted. */
    void erase(UserId person);
}
