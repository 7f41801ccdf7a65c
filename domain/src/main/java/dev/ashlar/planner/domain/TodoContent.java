// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Content of a todo, as people edit it.
 *
 * @param notes Markdown; null if there are none
 * @param priority 0 for none, up to {@value #MAX_PRIORITY} for the most urgent
 * @param due null if it is due at no time
 */
public record TodoContent(
        String title,
        @Nullable String notes,
        int priority,
        @Nullable Due due) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_NOTES = 10_000;
    public static final int MAX_PRIORITY = 4;

    /** Returns the content in its stored form; refuses missing and overlong values. */
    public static TodoContent of(
            @Nullable String title, @Nullable String notes, @Nullable Integer priority, @Nullable Due due) {
        return new TodoContent(
                Fields.name("/title", title, MAX_TITLE),
                Fields.optionalText("/notes", notes, MAX_NOTES),
                priority == null ? 0 : (int) Fields.within("/priority", priority, 0, MAX_PRIORITY),
                due);
    }

    TodoContent with(TodoEdit edit) {
        return of(
                edit.title().applyTo(title),
                edit.notes().applyTo(notes),
                edit.priority().applyTo(priority),
                edited(edit.due().applyTo(due)));
    }

    /** Keeps the series if the edit only repeats what was read. */
    private @Nullable Due edited(@Nullable Due other) {
        return due != null && other != null && due.isLike(other) ? due : other;
    }

    TodoContent due(@Nullable Due other) {
        return new TodoContent(title, notes, priority, other);
    }
}
