// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.planner.domain.ScheduleItem;
import java.util.List;

/**
 * Content of a calendar feed.
 *
 * @param name name of the calendar
 */
public record CalendarContent(String name, List<ScheduleItem> items) {
    public CalendarContent {
        items = List.copyOf(items);
    }
}
