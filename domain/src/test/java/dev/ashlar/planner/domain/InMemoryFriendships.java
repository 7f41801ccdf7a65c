package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Friendships} without a database. */
public final class InMemoryFriendships implements Friendships {
    private final Map<FriendshipId, Friendship> friendships = new LinkedHashMap<>();

    @Override
    public Optional<Friendship> request(Friendship request) {
        var existing = between(request.requesterId(), request.addresseeId());
        if (existing.isEmpty()) {
            friendships.put(request.id(), request);
            return Optional.of(request);
        }
        return existing.filter(friendship -> friendship.status() == FriendshipStatus.PENDING)
                .filter(friendship -> friendship.requesterId().equals(request.addresseeId()))
                .map(friendship -> {
                    update(
                            friendship.decided(FriendshipStatus.ACCEPTED, request.requesterId(), request.createdAt()),
                            friendship.version());
                    return friendships.get(friendship.id());
                });
    }

    @Override
    public Optional<Friendship> find(UserId person, FriendshipId id) {
        return Optional.ofNullable(friendships.get(id))
                .filter(friendship -> isOf(friendship, person) && friendship.isVisibleTo(person));
    }

    @Override
    public Optional<Friendship> between(UserId one, UserId other) {
        return friendships.values().stream()
                .filter(friendship -> friendship.status() != FriendshipStatus.DECLINED)
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
        return find(person, id).isPresent() && hasVersion(id, expectedVersion) && friendships.remove(id) != null;
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
