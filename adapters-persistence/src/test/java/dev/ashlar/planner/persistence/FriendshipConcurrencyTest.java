// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.planner.application.CalendarFeedService;
import dev.ashlar.planner.application.FriendshipService;
import dev.ashlar.planner.application.ProjectMemberService;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.application.TodoBulkService;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.domain.CalendarFeed;
import dev.ashlar.planner.domain.CalendarScope;
import dev.ashlar.planner.domain.FriendshipId;
import dev.ashlar.planner.domain.FriendshipStatus;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoVersion;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people and a project, at the same instant. */
@ServiceTest
class FriendshipConcurrencyTest {
    private static final int REQUESTS = 8;
    private static final int ROUNDS = 10;

    @Autowired
    private FriendshipService friendships;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ProjectMemberService members;

    @Autowired
    private TodoService todos;

    @Autowired
    private TodoBulkService bulk;

    @Autowired
    private CalendarFeedService feeds;

    @Autowired
    private TestPeople people;

    private Actor ann;
    private Actor ben;

    @BeforeEach
    void meet() {
        ann = people.person();
        ben = people.person();
    }

    @Race(ROUNDS)
    void makesOneFriendshipOfTwoWhoAskEachOther() {
        var outcomes = Together.run(
                REQUESTS,
                number -> () -> number % 2 == 0
                        ? friendships.request(ann, ben.userId())
                        : friendships.request(ben, ann.userId()));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes).extracting(outcome -> outcome.value().id()).containsOnly(id());
        assertThat(friendships.get(ann, id()).status()).isEqualTo(FriendshipStatus.ACCEPTED);
    }

    @Race(ROUNDS)
    void storesARequestThatIsSentSeveralTimesOnce() {
        var outcomes = Together.run(REQUESTS, () -> friendships.request(ann, ben.userId()));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(friendships.get(ben, id()).version()).isZero();
    }

    @Race(ROUNDS)
    void decidesARequestOnce() {
        var id = friendships.request(ann, ben.userId()).id();

        var outcomes = Together.run(
                REQUESTS, number -> () -> number % 2 == 0 ? friendships.accept(ben, id) : friendships.decline(ben, id));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).hasSize(REQUESTS - 1).containsOnly(PlannerProblem.ILLEGAL_TRANSITION);
        assertThat(friendships.get(ann, id).version()).isEqualTo(1);
    }

    @Race(ROUNDS)
    void letsOneOfTwoBlockTheOther() {
        var id = befriend();

        var outcomes = Together.run(List.of(() -> friendships.block(ann, id), () -> friendships.block(ben, id)));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).containsOnly(PlannerProblem.FRIENDSHIP_NOT_FOUND);
    }

    @Race(ROUNDS)
    void leavesNoMemberWhoHasBlockedTheOwner() {
        var id = befriend();
        var project = projects.create(ann, "Kitchen").id();

        Together.run(List.<Callable<Object>>of(
                () -> members.add(ann, project, ben.userId(), ProjectRole.EDITOR), () -> friendships.block(ben, id)));

        assertThat(friendships.get(ben, id).status()).isEqualTo(FriendshipStatus.BLOCKED);
        assertThat(people.count("SELECT count(*) FROM planner.project_members WHERE project_id = ?", project.value()))
                .as("members besides the owner")
                .isEqualTo(1);
    }

    @Race(ROUNDS)
    void blocksHoweverTheRequestIsDecidedAtTheSameTime() {
        var id = friendships.request(ann, ben.userId()).id();

        var outcomes = Together.run(
                List.<Callable<Object>>of(() -> friendships.block(ann, id), () -> friendships.accept(ben, id)));

        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(friendships.get(ann, id).status()).isEqualTo(FriendshipStatus.BLOCKED);
    }

    @Race(ROUNDS)
    void leavesNoTodoOfAPersonWhoLeavesAtTheSameTime() {
        befriend();
        var project = projects.create(ann, "Kitchen").id();
        int membership =
                members.add(ann, project, ben.userId(), ProjectRole.EDITOR).version();
        var content = TodoContent.of("Sweep", null, null, null);
        var id = todos.create(ben, null, content).id();

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> todos.create(ben, project, content),
                () -> {
                    bulk.move(ben, List.of(new TodoVersion(id, 0)), project);
                    return id;
                },
                () -> {
                    members.remove(ben, project, ben.userId(), membership);
                    return id;
                }));

        assertThat(outcomes.getLast().succeeded()).isTrue();
        assertThat(refusals(outcomes)).isSubsetOf(PlannerProblem.PROJECT_NOT_FOUND);
        assertThat(people.count("SELECT count(*) FROM planner.todos WHERE project_id = ?", project.value()))
                .isZero();
    }

    @Test
    void addsAMemberOnce() {
        befriend();
        var project = projects.create(ann, "Kitchen").id();

        var outcomes = Together.run(REQUESTS, () -> members.add(ann, project, ben.userId(), ProjectRole.VIEWER));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).hasSize(REQUESTS - 1).containsOnly(PlannerProblem.MEMBER_EXISTS);
    }

    @Test
    void changesAVersionOfAProjectAndOfARoleOnce() {
        befriend();
        var project = projects.create(ann, "Kitchen").id();
        int role = members.add(ann, project, ben.userId(), ProjectRole.VIEWER).version();

        var names = Together.run(REQUESTS, number -> () -> projects.rename(ann, project, 0, "Kitchen " + number));
        var roles =
                Together.run(REQUESTS, () -> members.changeRole(ann, project, ben.userId(), role, ProjectRole.EDITOR));

        assertThat(names).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(names)).containsOnly(KernelProblem.STALE_VERSION);
        assertThat(roles).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(roles)).containsOnly(KernelProblem.STALE_VERSION);
    }

    @Test
    void nobodyHasMoreFeedsThanAllowed() {
        for (int count = 1; count < CalendarFeed.MAX_FEEDS; count++) {
            feeds.create(ann, "Phone", CalendarScope.ALL);
        }

        var outcomes = Together.run(REQUESTS, () -> feeds.create(ann, "Phone", CalendarScope.ALL));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).containsOnly(PlannerProblem.FEEDS_EXCEEDED);
    }

    private FriendshipId befriend() {
        friendships.request(ann, ben.userId());
        return friendships.request(ben, ann.userId()).id();
    }

    /** Id of the only friendship of the two. */
    private FriendshipId id() {
        var between = people.psql()
                .sql(
                        "SELECT id FROM planner.friendships WHERE lower_id = LEAST(:ann, :ben) AND higher_id = GREATEST(:ann, :ben)")
                .param("ann", ann.userId().value())
                .param("ben", ben.userId().value())
                .query(UUID.class)
                .single();
        return new FriendshipId(between);
    }

    private static List<Object> refusals(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .<Object>map(outcome -> ((DomainException) outcome.failure()).type())
                .toList();
    }
}
