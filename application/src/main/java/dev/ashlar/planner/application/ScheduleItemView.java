// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.OccurrenceException;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.TodoId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schedule item as its owner edits it.
 *
 * @param recurrence rule of the series; null if the item does not recur
 * @param exceptions occurrences that differ from the series, by date
 */
public record ScheduleItemView(
        ScheduleItemId id,
        String title,
        @Nullable TodoId todoId,
        @Flat ItemTime time,
        @Nullable String recurrence,
        List<ExceptionView> exceptions,
        int version) {
    static ScheduleItemView of(ScheduleItem item) {
        return of(item, item.version());
    }

    /** Returns the view of an item once it is stored as it is here, which saves reading it back. */
    static ScheduleItemView of(ScheduleItem item, int version) {
        var details = item.details();
        return new ScheduleItemView(
                item.id(),
                details.title(),
                details.todoId(),
                details.time(),
                details.recurrence(),
                item.exceptions().occurrences().stream().map(ExceptionView::of).toList(),
                version);
    }

    /**
     * Occurrence that differs from its series.
     *
     * @param title title instead of that of the series; null if it is the same
     * @param time time instead of that of the series; null if the occurrence is removed
     */
    public record ExceptionView(
            LocalDate date,
            @Nullable String title,
            @Nullable ItemTime time) {
        static ExceptionView of(OccurrenceException exception) {
            return new ExceptionView(exception.on(), exception.title(), exception.time());
        }
    }
}
