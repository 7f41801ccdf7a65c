// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.Friendship;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.Projects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Friendships. Both people see one; whom the other has blocked sees nothing. */
@ApplicationService
public class FriendshipService {
    private static final String LIST = "planner.friendships";

    private final Friendships friendships;
    private final FriendshipViews views;
    private final Projects projects;
    private final Persons persons;
    private final IdSource ids;
    private final InstantSource clock;

    FriendshipService(
            Friendships friendships,
            FriendshipViews views,
            Projects projects,
            Persons persons,
            IdSource ids,
            InstantSource clock) {
        this.friendships = friendships;
        this.views = views;
        this.projects = projects;
        this.persons = persons;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the actor's friendships, newest first. A null status means any. */
    public Page<FriendshipView> list(Actor actor, @Nullable FriendshipStatus status, PageRequest page) {
        var me = actor.userId();
        var rows = views.friendships(me, status, page.afterUuid(LIST), page.rowsToRead());
        var profiles = persons.byId(rows.stream().map(row -> row.otherThan(me)).toList());
        var found = Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
        return new Page<>(
                found.items().stream()
                        .map(row -> view(me, row, row.version(), Persons.known(profiles, row.otherThan(me))))
                        .toList(),
                found.next());
    }

    public FriendshipView get(Actor actor, FriendshipId id) {
        var friendship = own(actor, id);
        return view(actor, friendship, friendship.version());
    }

    /**
     * Requests a friendship, or accepts the one that the person has requested. A request that is repeated, or made to a friend,
     * changes nothing. A declined request may be repeated after {@link Friendship#DECLINED_FOR}.
     */
    @Transactional
    public FriendshipView request(Actor actor, UserId person) {
        var now = clock.instant();
        var request = Friendship.requested(new FriendshipId(ids.next()), actor.userId(), person, now);
        var inactive = persons.lockInactive(List.of(actor.userId(), person));
        if (inactive.contains(actor.userId())) {
            throw KernelProblem.UNAUTHENTICATED.because("Your account was deactivated.");
        }
        var profile = persons.byId(List.of(person)).get(person);
        if (profile == null || inactive.contains(person)) {
            throw personNotFound(person);
        }
        var stored = friendships
                .request(request, now.minus(Friendship.DECLINED_FOR))
                .orElseGet(() -> existing(actor, person));
        return view(actor.userId(), stored, stored.version(), profile);
    }

    /** Accepts a request; only its addressee may. */
    @Transactional
    public FriendshipView accept(Actor actor, FriendshipId id) {
        return change(actor, id, (found, now) -> found.decided(FriendshipStatus.ACCEPTED, actor.userId(), now));
    }

    /** Declines a request; only its addressee may. */
    @Transactional
    public FriendshipView decline(Actor actor, FriendshipId id) {
        return change(actor, id, (found, now) -> found.decided(FriendshipStatus.DECLINED, actor.userId(), now));
    }

    /** Blocks the other person, and ends the memberships of each of the two in projects of the other. */
    @Transactional
    public FriendshipView block(Actor actor, FriendshipId id) {
        var blocked = blocked(actor, id);
        projects.separate(actor.userId(), blocked.person().userId());
        return blocked;
    }

    /** Blocks once more after a change at the same time, because each status but a block may be followed by one. */
    private FriendshipView blocked(Actor actor, FriendshipId id) {
        BiFunction<Friendship, Instant, Friendship> change = (found, now) -> found.blocked(actor.userId(), now);
        return changed(actor, id, change).orElseGet(() -> change(actor, id, change));
    }

    /** Removes a friendship, a request or the actor's own block. */
    @Transactional
    public void remove(Actor actor, FriendshipId id, int version) {
        if (!friendships.remove(actor.userId(), id, version)) {
            var found = own(actor, id);
            if (found.isDeclined() && found.requesterId().equals(actor.userId())) {
                throw PlannerProblem.FRIENDSHIP_DECLINED.because(
                        "Friendship " + id.value() + " was declined. Only the person who declined it may remove it.");
            }
            throw KernelProblem.stale("Friendship " + id.value(), version);
        }
    }

    private FriendshipView change(Actor actor, FriendshipId id, BiFunction<Friendship, Instant, Friendship> change) {
        return changed(actor, id, change).orElseThrow(() -> {
            var allowed = change.apply(own(actor, id), clock.instant()); // refuses what is no longer allowed
            return PlannerProblem.ILLEGAL_TRANSITION.because(
                    "Another request changed friendship " + allowed.id().value() + " at the same time. Try again.");
        });
    }

    /** Changes a friendship; empty if another request has changed it since it was read. */
    private Optional<FriendshipView> changed(
            Actor actor, FriendshipId id, BiFunction<Friendship, Instant, Friendship> change) {
        var changed = change.apply(own(actor, id), clock.instant());
        return friendships.update(changed, changed.version())
                ? Optional.of(view(actor, changed, changed.version() + 1))
                : Optional.empty();
    }

    private Friendship own(Actor actor, FriendshipId id) {
        return friendships
                .find(actor.userId(), id)
                .orElseThrow(() -> PlannerProblem.FRIENDSHIP_NOT_FOUND.because(
                        "You have no friendship " + id.value() + ". List your friendships to find its id."));
    }

    private Friendship existing(Actor actor, UserId person) {
        var found = friendships
                .between(actor.userId(), person)
                .orElseThrow(() -> KernelProblem.BUSY.because(
                        "The friendship with user " + person.value() + " has just ended. Send the request again."));
        if (!found.isVisibleTo(actor.userId())) {
            throw personNotFound(person);
        }
        if (found.isBlocked()) {
            throw PlannerProblem.ILLEGAL_TRANSITION.because("You have blocked user " + person.value()
                    + ". Delete friendship " + found.id().value() + " before you request another one.");
        }
        if (found.isDeclined()) {
            throw PlannerProblem.FRIENDSHIP_DECLINED.because(
                    "User " + person.value() + " has declined your request. Ask" + " again after "
                            + found.updatedAt().plus(Friendship.DECLINED_FOR) + ".");
        }
        return found;
    }

    private FriendshipView view(Actor actor, Friendship friendship, int version) {
        var other = friendship.otherThan(actor.userId());
        return view(actor.userId(), friendship, version, Persons.known(persons.byId(List.of(other)), other));
    }

    private static FriendshipView view(UserId me, Friendship friendship, int version, PersonView other) {
        return new FriendshipView(
                friendship.id(),
                other,
                friendship.requesterId().equals(me),
                friendship.status(),
                friendship.createdAt(),
                friendship.updatedAt(),
                version);
    }

    private static DomainException personNotFound(UserId person) {
        return PlannerProblem.PERSON_NOT_FOUND
                .because("There is no user " + person.value() + ". Check the id.")
                .at("/userId", "must be the id of a user");
    }
}
