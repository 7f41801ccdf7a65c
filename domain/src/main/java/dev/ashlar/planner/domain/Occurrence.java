// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Schedule item at one of its times.
 *
 * @param on date by which the series knows the occurrence; null if the item does not recur
 */
public record Occurrence(
        ScheduleItem item, String title, @Nullable LocalDate on, ItemTime time) {}
