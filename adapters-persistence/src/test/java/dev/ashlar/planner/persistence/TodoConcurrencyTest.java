// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.retitled;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.planner.application.TodoBulkService;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoOrder;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoStatus;
import dev.ashlar.planner.domain.TodoVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests of one person at the same moment, as several devices send them. */
@ServiceTest
class TodoConcurrencyTest {
    private static final int DEVICES = 8;

    @Autowired
    private TodoService todos;

    @Autowired
    private TodoBulkService bulk;

    private final Actor person = new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);

    @Test
    void completesADateOfASeriesOnce() {
        var id = add("Repeat", Due.of(JANUARY_31, null, null, "FREQ=MONTHLY"));

        var outcomes = Together.run(DEVICES, () -> todos.complete(person, id, 0));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).hasSize(DEVICES - 1).containsOnly(KernelProblem.STALE_VERSION);
        assertThat(dueDate(id)).isEqualTo("2026-02-28");
    }

    @Test
    void completesADateOfASeriesOnceAmongSeveralTodos() {
        var ids = IntStream.range(0, 20)
                .mapToObj(number -> add("Repeat", Due.of(JANUARY_31, null, null, "FREQ=MONTHLY")))
                .toList();
        var versions = ids.stream().map(id -> new TodoVersion(id, 0)).toList();

        var outcomes = Together.run(DEVICES, device -> () -> {
            bulk.complete(person, shuffled(versions, device));
            return true;
        });

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes)).hasSize(DEVICES - 1).containsOnly(PlannerProblem.TODOS_CHANGED);
        assertThat(ids).extracting(this::dueDate).containsOnly("2026-02-28");
    }

    @Test
    void changesAVersionOnceHoweverItIsChanged() {
        var id = add("Fought over", null);
        var version = List.of(new TodoVersion(id, 0));

        var outcomes = Together.<Boolean>run(List.of(
                () -> todos.edit(person, id, 0, retitled("Edited")).version() == 1,
                () -> todos.complete(person, id, 0).version() == 1,
                done(() -> todos.delete(person, id, 0)),
                done(() -> bulk.complete(person, version)),
                done(() -> bulk.delete(person, version)),
                done(() -> bulk.move(person, version, null))));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(refusals(outcomes))
                .isSubsetOf(KernelProblem.STALE_VERSION, PlannerProblem.TODOS_CHANGED, PlannerProblem.TODO_NOT_FOUND);
    }

    @Test
    void keepsEachPlaceOnceWhileTodosAreReordered() {
        var ids = IntStream.range(0, 10)
                .mapToObj(number -> add("Todo " + number, null))
                .toList();
        var random = new Random(16);
        var orders = IntStream.range(0, DEVICES)
                .mapToObj(device -> shuffled(ids, random.nextInt()).subList(0, 7))
                .toList();

        var outcomes = Together.run(DEVICES, device -> () -> {
            bulk.reorder(person, orders.get(device));
            return true;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(list()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(orders).anySatisfy(order -> {
            var kept = new ArrayList<>(list());
            kept.retainAll(order);
            assertThat(kept).isEqualTo(order);
        });
    }

    private List<TodoId> list() {
        var all = new TodoFilter(TodoStatus.OPEN, null, null);
        return todos.list(person, all, TodoOrder.PLACE, PageRequest.first()).items().stream()
                .map(TodoView::id)
                .toList();
    }

    private TodoId add(String title, @Nullable Due due) {
        return todos.create(person, null, TodoContent.of(title, null, null, due))
                .id();
    }

    private String dueDate(TodoId id) {
        return Objects.requireNonNull(todos.get(person, id).content().due())
                .date()
                .toString();
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static Callable<Boolean> done(Runnable task) {
        return () -> {
            task.run();
            return true;
        };
    }

    private static <T> List<Object> refusals(List<Outcome<T>> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .<Object>map(outcome -> ((DomainException) Objects.requireNonNull(outcome.failure())).type())
                .toList();
    }
}
