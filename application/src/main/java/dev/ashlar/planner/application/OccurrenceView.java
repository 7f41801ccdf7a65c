// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.Occurrence;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.TodoId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Occurrence of a schedule item.
 *
 * @param date date by which the occurrence of a series is edited or removed; null if the item does not recur
 * @param sourceType origin of an item that its owner has not added; null for all others
 * @param version version of the item, for an edit
 */
public record OccurrenceView(
        ScheduleItemId itemId,
        String title,
        @Nullable TodoId todoId,
        @Nullable LocalDate date,
        @Flat ItemTime time,
        @Nullable ItemSourceType sourceType,
        @Nullable UUID sourceId,
        int version) {
    static OccurrenceView of(Occurrence occurrence) {
        var item = occurrence.item();
        var source = item.source();
        return new OccurrenceView(
                item.id(),
                occurrence.title(),
                item.details().todoId(),
                occurrence.on(),
                occurrence.time(),
                source == null ? null : source.sourceType(),
                source == null ? null : source.sourceId(),
                item.version());
    }
}
