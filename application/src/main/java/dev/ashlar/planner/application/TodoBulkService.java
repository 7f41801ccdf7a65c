// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoVersion;
import dev.ashlar.planner.domain.Todos;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases that change several todos of their owner: all of them, or none. */
@ApplicationService
public class TodoBulkService {
    private final Todos todos;
    private final ProjectAccess projects;
    private final InstantSource clock;

    TodoBulkService(Todos todos, ProjectAccess projects, InstantSource clock) {
        this.todos = todos;
        this.projects = projects;
        this.clock = clock;
    }

    /** Completes todos that have these versions; those that repeat are then due on their next dates. */
    @Transactional
    public void complete(Actor actor, List<TodoVersion> versions) {
        requireDistinct(versions.stream().map(TodoVersion::id).toList());
        var now = clock.instant();
        var locked = todos.lock(actor.userId(), versions);
        requireAll(versions, locked.size());
        todos.updateAll(
                actor.userId(), locked.stream().map(todo -> todo.completed(now)).toList());
    }

    /** Puts todos that have these versions into the trash. */
    @Transactional
    public void delete(Actor actor, List<TodoVersion> versions) {
        requireDistinct(versions.stream().map(TodoVersion::id).toList());
        requireAll(versions, todos.deleteAll(actor.userId(), versions, clock.instant()));
    }

    /** Moves todos that have these versions to a project, or to none. */
    @Transactional
    public void move(Actor actor, List<TodoVersion> versions, @Nullable ProjectId project) {
        requireDistinct(versions.stream().map(TodoVersion::id).toList());
        projects.requireEditor(actor, project);
        requireAll(versions, todos.moveAll(actor.userId(), versions, project, clock.instant()));
    }

    /** Gives the places that these todos have to them in the given order. */
    @Transactional
    public void reorder(Actor actor, List<TodoId> order) {
        requireDistinct(order);
        requireAll(order, todos.reorder(actor.userId(), order));
    }

    private static void requireDistinct(List<TodoId> ids) {
        Fields.require(
                !ids.isEmpty() && ids.size() <= Todos.MAX_AT_ONCE && new HashSet<>(ids).size() == ids.size(),
                "/todos",
                "must be 1 to " + Todos.MAX_AT_ONCE + " different todos");
    }

    private static void requireAll(Collection<?> wanted, int found) {
        if (found != wanted.size()) {
            throw TodoRefusals.changed(wanted.size(), found);
        }
    }
}
