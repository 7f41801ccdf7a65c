// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a schedule item that its owner writes.
 *
 * @param todoId todo for which the time is planned; null if there is none
 * @param time time of the item, or of the first occurrence of a series
 * @param recurrence rule of the series; null if the item does not recur
 */
public record ItemDetails(
        String title,
        @Nullable TodoId todoId,
        ItemTime time,
        @Nullable String recurrence) {
    public static final int MAX_TITLE = 200;

    public ItemDetails {
        title = Fields.text("/title", title, MAX_TITLE);
    }

    /** Checks the rule, and moves the time to the first date on which the series occurs. */
    ItemDetails checked() {
        if (recurrence == null) {
            return this;
        }
        var day = time.day();
        var start = time.timeOfDay();
        var series = start == null
                ? Recurrence.of("/recurrence", recurrence, day)
                : Recurrence.of("/recurrence", recurrence, day.atTime(start), ZoneId.of(time.zone()));
        return new ItemDetails(title, todoId, time.beginningOn(series.first()), series.rule());
    }

    ItemDetails recurring(String rule) {
        return new ItemDetails(title, todoId, time, rule);
    }
}
