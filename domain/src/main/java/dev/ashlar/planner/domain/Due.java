// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time at which a todo is due.
 *
 * @param date day in the zone, or on the owner's calendar if there is none
 * @param time time of the day on the clocks of the zone; null for the whole day
 * @param zone zone of the time; null without one
 * @param repetition series that the date is one of; null if the todo does not repeat
 */
public record Due(
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable String zone,
        @Nullable Repetition repetition) {
    public static final int FIRST_YEAR = 1900;
    /** Last year of a date. A series ends in it, if not before. */
    public static final int LAST_YEAR = 9000;

    /** Returns the due time of a todo that does not repeat and takes the whole day. */
    public static Due on(LocalDate date) {
        return new Due(date, null, null, null);
    }

    /**
     * Returns a due time in its stored form, and refuses a time without a zone. A repeated todo is due on the first date of its rule
     * that is not before the given one.
     */
    public static Due of(LocalDate date, @Nullable LocalTime time, @Nullable String zone, @Nullable String rule) {
        Fields.require((time == null) == (zone == null), "/due/zone", "must be given with a time, and only with it");
        Fields.require(
                time == null || time.equals(time.truncatedTo(ChronoUnit.MINUTES)),
                "/due/time",
                "must be in whole minutes");
        var checked = zone == null ? null : Fields.timeZone("/due/zone", zone).getId();
        inRange(date);
        if (rule == null) {
            return new Due(date, time, checked, null);
        }
        var recurrence = Recurrence.of("/due/rule", rule, date);
        return new Due(inRange(recurrence.first()), time, checked, new Repetition(recurrence.rule(), date, 0));
    }

    /** Returns the next date of the series; empty if this is the last one, or if the todo does not repeat. */
    Optional<Due> next() {
        return repetition == null
                ? Optional.empty()
                : repetition
                        .after(date)
                        .filter(next -> next.getYear() <= LAST_YEAR)
                        .map(next -> new Due(next, time, zone, repetition.completed()));
    }

    /** True if both are due on the same date and repeat by the same rule, whatever the start of the series. */
    boolean isLike(Due other) {
        return date.equals(other.date)
                && Objects.equals(time, other.time)
                && Objects.equals(zone, other.zone)
                && Objects.equals(rule(), other.rule());
    }

    /** Returns the last date of the series with one completion more. */
    Due completed() {
        return repetition == null ? this : new Due(date, time, zone, repetition.completed());
    }

    /** Returns the last date of the series with its completion taken back. */
    Due reopened() {
        return repetition == null ? this : new Due(date, time, zone, repetition.reopened());
    }

    private @Nullable String rule() {
        return repetition == null ? null : repetition.rule();
    }

    private static LocalDate inRange(LocalDate date) {
        Fields.within("/due/date", date.getYear(), FIRST_YEAR, LAST_YEAR);
        return date;
    }
}
