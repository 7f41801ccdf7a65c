// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Todos for tests. */
public final class SampleTodos {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant LATER = NOW.plus(Duration.ofHours(1));
    public static final LocalDate JANUARY_31 = LocalDate.parse("2026-01-31");

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleTodos() {}

    public static UserId user() {
        return new UserId(IDS.next());
    }

    public static TodoId newTodoId() {
        return new TodoId(IDS.next());
    }

    public static Todo todo(UserId owner, String title) {
        return todo(owner, title, null);
    }

    public static Todo todo(UserId owner, String title, @Nullable Due due) {
        return Todo.of(newTodoId(), owner, null, TodoContent.of(title, null, null, due), NOW);
    }

    /** Returns a todo that repeats from the end of January on. */
    public static Todo repeated(UserId owner, String rule) {
        return todo(owner, "Repeat", Due.of(JANUARY_31, null, null, rule));
    }

    public static TodoVersion versionOf(Todo todo) {
        return new TodoVersion(todo.id(), todo.version());
    }

    public static TodoEdit retitled(String title) {
        return new TodoEdit(Change.to(title), Change.keep(), Change.keep(), Change.keep());
    }

    public static TodoEdit dueAgain(@Nullable Due due) {
        return new TodoEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(due));
    }
}
