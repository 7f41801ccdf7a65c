// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Todos. Deleted ones are in the trash, which only {@link #restore}, {@link #purge} and {@link #erase} read. The todos of an owner
 * have an order, in which a new one is the last.
 */
public interface Todos {
    /** Greatest number of todos that one call changes. */
    int MAX_AT_ONCE = 100;

    void insert(Todo todo);

    /** Finds a todo of this person, or of a project of which the person is a member. */
    Optional<SharedTodo> find(UserId person, TodoId id);

    /** Stores a changed todo if the stored version is the expected one; returns false otherwise. */
    boolean update(Todo changed, int expectedVersion);

    /** Puts a todo into the trash if it has the version; returns false otherwise. */
    boolean delete(UserId owner, TodoId id, int expectedVersion, Instant now);

    /** Takes a todo out of the trash; returns false if it is not there. */
    boolean restore(UserId owner, TodoId id, Instant now);

    /** Locks todos that have these versions and returns them, those that are missing or changed left out. */
    List<Todo> lock(UserId owner, Collection<TodoVersion> todos);

    /** Stores locked todos that were changed, all of one owner, and returns their number. */
    int updateAll(UserId owner, Collection<Todo> changed);

    /** Puts the todos that have these versions into the trash and returns their number. */
    int deleteAll(UserId owner, Collection<TodoVersion> todos, Instant now);

    /** Moves the todos that have these versions to a project, or to none, and returns their number. */
    int moveAll(UserId owner, Collection<TodoVersion> todos, @Nullable ProjectId project, Instant now);

    /** Gives the places that these todos have to them in the given order, and returns their number. */
    int reorder(UserId owner, List<TodoId> order);

    /** Removes todos deleted before a time for good, at most {@code limit}, and returns their number. */
    int purge(Instant deletedBefore, int limit);

    /** Removes up to {@code limit} todos of a person for good, the trash included; returns their number. */
    int erase(UserId person, int limit);
}
