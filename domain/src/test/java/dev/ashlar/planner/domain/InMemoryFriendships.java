// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Friendships} without a database. */
public final class InMemoryFriendships implements Friendships {
    private final Map<FriendshipId, Friendship> friendships = new LinkedHashMap<>();

    @Override
    public Optional<Friendship> request(Friendship request, Instant declinedUntil) {
        var existing = between(request.requesterId(), request.addresseeId());
        if (existing.isEmpty()) {
            friendships.put(request.id(), request);
            return Optional.of(request);
        }
        return existing.flatMap(friendship -> answered(friendship, request, declinedUntil))
                .map(answered -> {
                    update(answered, answered.version());
                    return friendships.get(answered.id());
                });
    }

    private static Optional<Friendship> answered(Friendship existing, Friendship request, Instant declinedUntil) {
        boolean isOfTheOther = existing.addresseeId().equals(request.requesterId());
        boolean isRepeatable =
                existing.isDeclined() && (isOfTheOther || !existing.updatedAt().isAfter(declinedUntil));
        if (existing.status() == FriendshipStatus.PENDING && isOfTheOther) {
            return Optional.of(existing.decided(FriendshipStatus.ACCEPTED, request.requesterId(), request.createdAt()));
        }
        return isRepeatable
                ? Optional.of(new Friendship(
                        existing.id(),
                        request.requesterId(),
                        request.addresseeId(),
                        FriendshipStatus.PENDING,
                        null,
                        existing.createdAt(),
                        request.updatedAt(),
                        existing.version()))
                : Optional.empty();
    }

    @Override
    public Optional<Friendship> find(UserId person, FriendshipId id) {
        return Optional.ofNullable(friendships.get(id))
                .filter(friendship -> isOf(friendship, person) && friendship.isVisibleTo(person));
    }

    @Override
    public Optional<Friendship> between(UserId one, UserId other) {
        return friendships.values().stream()
                .filter(friendship -> isOf(friendship, one) && isOf(friendship, other))
                .findFirst();
    }

    @Override
    public boolean lockAccepted(UserId one, UserId other) {
        return between(one, other).filter(Friendship::isAccepted).isPresent();
    }

    @Override
    public boolean update(Friendship changed, int expectedVersion) {
        boolean current = hasVersion(changed.id(), expectedVersion);
        if (current) {
            friendships.put(
                    changed.id(),
                    new Friendship(
                            changed.id(),
                            changed.requesterId(),
                            changed.addresseeId(),
                            changed.status(),
                            changed.blockedBy(),
                            changed.createdAt(),
                            changed.updatedAt(),
                            expectedVersion + 1));
        }
        return current;
    }

    @Override
    public boolean remove(UserId person, FriendshipId id, int expectedVersion) {
        return find(person, id)
                        .filter(found ->
                                !found.isDeclined() || found.addresseeId().equals(person))
                        .isPresent()
                && hasVersion(id, expectedVersion)
                && friendships.remove(id) != null;
    }

    @Override
    public void erase(UserId person) {
        friendships.values().removeIf(friendship -> isOf(friendship, person));
    }

    private boolean hasVersion(FriendshipId id, int version) {
        var stored = friendships.get(id);
        return stored != null && stored.version() == version;
    }

    private static boolean isOf(Friendship friendship, UserId person) {
        return friendship.requesterId().equals(person)
                || friendship.addresseeId().equals(person);
    }
}
