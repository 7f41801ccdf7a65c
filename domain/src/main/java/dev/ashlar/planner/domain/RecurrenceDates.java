// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRule.Skip;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/** Dates of a canonical rule, reckoned by lib-recur. */
final class RecurrenceDates {
    /** Last day that each month has. */
    static final int SHORTEST_MONTH = 28;

    private RecurrenceDates() {}

    /** Returns the dates of the series that are not before {@code from}, in order. */
    static Stream<LocalDate> of(String text, LocalDate anchor, LocalDate from) {
        var rule = parsed(text);
        @Nullable Integer count = rule.getCount();
        var until = until(rule);
        rule.setUntil(null);
        if (hasDayThatMonthsLack(rule)) {
            rule.setSkip(Skip.BACKWARD);
        }
        var earliest = from.isBefore(anchor) ? anchor : from;
        var dates = count == null
                ? endless(rule, anchor, earliest)
                : endless(rule, anchor, anchor).limit(count).dropWhile(date -> date.isBefore(earliest));
        return until == null ? dates : dates.takeWhile(date -> !date.isAfter(until));
    }

    /**
     * True if a day of the rule is skipped backward. With days of weeks, days of months only choose among them; there the library
     * fails, as it does without days of months.
     */
    static boolean hasDayThatMonthsLack(RecurrenceRule rule) {
        return rule.hasPart(Part.BYMONTHDAY)
                && !rule.hasPart(Part.BYDAY)
                && rule.getByPart(Part.BYMONTHDAY).stream().anyMatch(day -> day > SHORTEST_MONTH);
    }

    static RecurrenceRule parsed(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException notCanonical) {
            throw new IllegalArgumentException(text, notCanonical);
        }
    }

    /** Returns the last possible date of a canonical rule, or null if it has none. */
    static @Nullable LocalDate until(RecurrenceRule rule) {
        @Nullable DateTime until = rule.getUntil();
        return until == null ? null : date(until);
    }

    static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }

    private static Stream<LocalDate> endless(RecurrenceRule rule, LocalDate anchor, LocalDate earliest) {
        var start = start(rule, anchor, earliest);
        RecurrenceRuleIterator days;
        try {
            days = rule.iterator(new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth()));
        } catch (IllegalArgumentException | IllegalStateException noDateFollows) {
            return Stream.empty();
        }
        return Stream.iterate(current(days), Optional::isPresent, passed -> following(days))
                .flatMap(Optional::stream)
                .dropWhile(date -> date.isBefore(earliest));
    }

    private static Optional<LocalDate> current(RecurrenceRuleIterator days) {
        return days.hasNext() ? Optional.of(date(days.peekDateTime())) : Optional.empty();
    }

    /** The library gives up after a thousand intervals without a date; the series is over there. */
    private static Optional<LocalDate> following(RecurrenceRuleIterator days) {
        try {
            days.nextDateTime();
            return current(days);
        } catch (IllegalArgumentException | IllegalStateException noDateFollows) {
            return Optional.empty();
        }
    }

    /**
     * Returns a date from which the library reckons the same dates as from the anchor: whole intervals from it, and shortly before the
     * earliest date wanted, because the library walks through all that are earlier. Years begin on their first day, because the library
     * leaves out the months before the start when it counts positions.
     */
    private static LocalDate start(RecurrenceRule rule, LocalDate anchor, LocalDate earliest) {
        if (rule.getFreq() == Freq.YEARLY) {
            int years = earliest.getYear() - anchor.getYear();
            return LocalDate.of(earliest.getYear() - years % rule.getInterval(), 1, 1);
        }
        var period = period(rule.getFreq());
        long passed = period.between(anchor, earliest) / rule.getInterval();
        return anchor.plus(passed * rule.getInterval(), period);
    }

    private static ChronoUnit period(Freq frequency) {
        return switch (frequency) {
            case MONTHLY -> ChronoUnit.MONTHS;
            case WEEKLY -> ChronoUnit.WEEKS;
            default -> ChronoUnit.DAYS;
        };
    }
}
