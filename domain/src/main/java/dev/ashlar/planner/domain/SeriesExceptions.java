// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.JsonDocument;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Exceptions of a series, by date, at most one a date. */
public record SeriesExceptions(List<OccurrenceException> occurrences) implements JsonDocument {
    public static final int MAX = 366;
    /** Exceptions that all series of a person may have, because each reading of the schedule reads them whole. */
    public static final int MAX_OF_PERSON = 2_000;

    public static final SeriesExceptions NONE = new SeriesExceptions(List.of());

    public SeriesExceptions {
        occurrences = List.copyOf(occurrences);
    }

    Optional<OccurrenceException> of(LocalDate date) {
        return occurrences.stream().filter(known -> known.on().equals(date)).findFirst();
    }

    /** Adds an exception, or replaces that of its date. */
    SeriesExceptions with(OccurrenceException exception) {
        var others = where(date -> !date.equals(exception.on())).occurrences;
        if (others.size() >= MAX) {
            throw PlannerProblem.EXCEPTIONS_EXCEEDED.because("The series has " + MAX
                    + " occurrences that differ from it, and no more are allowed. End it and begin a new series.");
        }
        return new SeriesExceptions(Stream.concat(others.stream(), Stream.of(exception))
                .sorted(Comparator.comparing(OccurrenceException::on))
                .toList());
    }

    /** Keeps the exceptions of some dates. */
    SeriesExceptions where(Predicate<LocalDate> dates) {
        return new SeriesExceptions(
                occurrences.stream().filter(known -> dates.test(known.on())).toList());
    }
}
