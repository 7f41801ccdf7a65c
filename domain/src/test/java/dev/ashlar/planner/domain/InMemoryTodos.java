// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link Todos} without a database. */
public final class InMemoryTodos implements Todos {
    private final Map<TodoId, Row> rows = new HashMap<>();
    private final Map<Membership, ProjectRole> roles = new HashMap<>();

    @Override
    public void insert(Todo todo) {
        rows.put(todo.id(), new Row(todo, todo.id().value(), null));
    }

    @Override
    public Optional<SharedTodo> find(UserId person, TodoId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.deletedAt() == null)
                .map(row -> new SharedTodo(row.todo(), roleOf(person, row.todo().projectId())))
                .filter(found -> found.todo().ownerId().equals(person) || found.role() != null);
    }

    /** Makes a person a member of a project. */
    public void join(ProjectId project, UserId person, ProjectRole role) {
        roles.put(new Membership(project, person), role);
    }

    @Override
    public boolean update(Todo changed, int expectedVersion) {
        return store(changed, new TodoVersion(changed.id(), expectedVersion), null);
    }

    @Override
    public boolean delete(UserId owner, TodoId id, int expectedVersion, Instant now) {
        return deleteAll(owner, List.of(new TodoVersion(id, expectedVersion)), now) == 1;
    }

    @Override
    public boolean restore(UserId owner, TodoId id, Instant now) {
        var row = Optional.ofNullable(rows.get(id))
                .filter(stored -> stored.todo().ownerId().equals(owner) && stored.deletedAt() != null);
        row.ifPresent(stored -> put(stored.todo(), stored.position(), now, null));
        return row.isPresent();
    }

    @Override
    public List<Todo> lock(UserId owner, Collection<TodoVersion> todos) {
        return todos.stream()
                .map(version ->
                        live(owner, version.id()).map(Row::todo).filter(todo -> todo.version() == version.version()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public int updateAll(UserId owner, Collection<Todo> changed) {
        return (int) changed.stream()
                .filter(todo -> todo.ownerId().equals(owner) && update(todo, todo.version()))
                .count();
    }

    @Override
    public int deleteAll(UserId owner, Collection<TodoVersion> todos, Instant now) {
        return (int) lock(owner, todos).stream()
                .filter(todo -> store(at(todo, now), SampleTodos.versionOf(todo), now))
                .count();
    }

    @Override
    public int moveAll(UserId owner, Collection<TodoVersion> todos, @Nullable ProjectId project, Instant now) {
        return updateAll(
                owner,
                lock(owner, todos).stream()
                        .map(todo -> new Todo(
                                todo.id(),
                                owner,
                                project,
                                todo.content(),
                                todo.progress(),
                                todo.createdAt(),
                                now,
                                todo.version()))
                        .toList());
    }

    @Override
    public int reorder(UserId owner, List<TodoId> order) {
        var found = order.stream()
                .map(id -> live(owner, id))
                .flatMap(Optional::stream)
                .toList();
        var places = found.stream().map(Row::position).sorted(UNSIGNED).toList();
        for (int i = 0; i < found.size(); i++) {
            var row = found.get(i);
            rows.put(row.todo().id(), new Row(row.todo(), places.get(i), row.deletedAt()));
        }
        return found.size();
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = rows.values().stream()
                .filter(row -> row.deletedAt() != null && row.deletedAt().isBefore(deletedBefore))
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.deletedAt())))
                .limit(limit)
                .toList();
        old.forEach(row -> rows.remove(row.todo().id()));
        return old.size();
    }

    @Override
    public int erase(UserId person, int limit) {
        var some = rows.values().stream()
                .map(Row::todo)
                .filter(todo -> todo.ownerId().equals(person))
                .limit(limit)
                .toList();
        some.forEach(todo -> rows.remove(todo.id()));
        return some.size();
    }

    /** Lists the live todos of an owner in their places. */
    public List<TodoId> inOrder(UserId owner) {
        return rows.values().stream()
                .filter(row -> row.todo().ownerId().equals(owner) && row.deletedAt() == null)
                .sorted(Comparator.comparing(Row::position, UNSIGNED))
                .map(row -> row.todo().id())
                .toList();
    }

    /** UUIDs in the order of PostgreSQL; Java compares them as signed numbers. */
    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(UUID::toString);

    private @Nullable ProjectRole roleOf(UserId person, @Nullable ProjectId project) {
        return project == null ? null : roles.get(new Membership(project, person));
    }

    private Optional<Row> live(UserId owner, TodoId id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.deletedAt() == null && row.todo().ownerId().equals(owner));
    }

    private boolean store(Todo changed, TodoVersion expected, @Nullable Instant deletedAt) {
        var row = live(changed.ownerId(), changed.id())
                .filter(stored -> stored.todo().version() == expected.version());
        row.ifPresent(stored -> put(changed, stored.position(), changed.updatedAt(), deletedAt));
        return row.isPresent();
    }

    private void put(Todo todo, UUID position, Instant now, @Nullable Instant deletedAt) {
        var next = new Todo(
                todo.id(),
                todo.ownerId(),
                todo.projectId(),
                todo.content(),
                todo.progress(),
                todo.createdAt(),
                now,
                todo.version() + 1);
        rows.put(todo.id(), new Row(next, position, deletedAt));
    }

    private static Todo at(Todo todo, Instant now) {
        return new Todo(
                todo.id(),
                todo.ownerId(),
                todo.projectId(),
                todo.content(),
                todo.progress(),
                todo.createdAt(),
                now,
                todo.version());
    }

    private record Membership(ProjectId project, UserId person) {}

    private record Row(Todo todo, UUID position, @Nullable Instant deletedAt) {}
}
