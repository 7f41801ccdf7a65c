// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Series of dates on which a todo is due.
 *
 * @param rule of a {@link Recurrence}
 * @param anchor start of the series, from which each date is reckoned, so that early and late completions do not shift it
 * @param completions number of completed dates
 */
public record Repetition(String rule, LocalDate anchor, int completions) {
    Optional<LocalDate> after(LocalDate date) {
        return new Recurrence(rule, anchor).after(date);
    }

    Repetition completed() {
        return new Repetition(rule, anchor, completions + 1);
    }

    Repetition reopened() {
        return new Repetition(rule, anchor, completions - 1);
    }
}
