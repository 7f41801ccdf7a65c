// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Occurrence of a series that differs from it.
 *
 * @param on date on which the series has the occurrence
 * @param title title instead of that of the series; null if it is the same
 * @param time time instead of that of the series; null if the occurrence is removed
 */
public record OccurrenceException(
        LocalDate on, @Nullable String title, @Nullable ItemTime time) {}
