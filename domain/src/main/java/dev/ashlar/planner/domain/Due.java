package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
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
        if (rule == null) {
            return new Due(date, time, checked, null);
        }
        var recurrence = Recurrence.of("/due/rule", rule, date);
        return new Due(recurrence.first(), time, checked, new Repetition(recurrence.rule(), date, 0));
    }

    /** Returns the next date of the series; empty if this is the last one, or if the todo does not repeat. */
    Optional<Due> next() {
        return repetition == null
                ? Optional.empty()
                : repetition.after(date).map(next -> new Due(next, time, zone, repetition.completed()));
    }

    /** Returns the last date of the series with one completion more. */
    Due completed() {
        return repetition == null ? this : new Due(date, time, zone, repetition.completed());
    }

    /** Returns the last date of the series with its completion taken back. */
    Due reopened() {
        return repetition == null ? this : new Due(date, time, zone, repetition.reopened());
    }
}
