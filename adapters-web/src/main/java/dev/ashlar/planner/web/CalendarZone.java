// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.web.CalendarText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a time zone (VTIMEZONE) for calendars. Transitions that follow a rule are a recurrence. Where the zone has none, or one
 * that calendars cannot say, such as Cairo's end of the last Thursday, each transition is written out.
 */
final class CalendarZone {
    /** Number of years ahead for which transitions are written out. */
    static final int YEARS = 30;

    private static final int WEEK = 7;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final CalendarText text;
    private final ZoneRules rules;
    private final Instant start;
    private final Instant end;

    private CalendarZone(CalendarText text, ZoneRules rules, Instant start, Instant end) {
        this.text = text;
        this.rules = rules;
        this.start = start;
        this.end = end;
    }

    /** Writes the definition for the times from the year of an instant on. */
    static void write(CalendarText text, ZoneId zone, Instant from, Instant now) {
        var definition = new CalendarZone(text, zone.getRules(), startOfYear(from, 0), startOfYear(now, YEARS));
        text.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        definition.observances();
        text.line("END", "VTIMEZONE");
    }

    private void observances() {
        var offset = rules.getOffset(start);
        observance(start, LocalDateTime.ofInstant(start, offset), offset, offset, null);
        var yearly = rules.getTransitionRules();
        boolean recurs = !yearly.isEmpty() && yearly.stream().allMatch(rule -> recurrence(rule) != null);
        var last = rules.getTransitions().isEmpty()
                ? start
                : rules.getTransitions().getLast().getInstant();
        Stream.iterate(
                        rules.nextTransition(start.minusSeconds(1)),
                        transition -> transition != null
                                && (recurs
                                        ? !transition.getInstant().isAfter(last)
                                        : transition.getInstant().isBefore(end)),
                        transition -> rules.nextTransition(transition.getInstant()))
                .forEach(transition -> observance(transition, null));
        if (recurs) {
            var after = last.isBefore(start) ? start : last;
            yearly.forEach(rule -> observance(first(rule, after), recurrence(rule)));
        }
    }

    /** Returns the first transition of a rule that follows an instant. */
    private static ZoneOffsetTransition first(ZoneOffsetTransitionRule rule, Instant after) {
        int year = after.atOffset(ZoneOffset.UTC).getYear();
        return IntStream.rangeClosed(year, year + 1)
                .mapToObj(rule::createTransition)
                .filter(transition -> transition.getInstant().isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a rule as a recurrence of the n-th weekday of a month, or null if it is none by the local clock. */
    private @Nullable String recurrence(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        var weekday = rule.getDayOfWeek();
        if (weekday == null || day < -1 || (day > 0 && day % WEEK != 1)) {
            return null;
        }
        int nth = day < 0 ? day : day / WEEK + 1;
        int year = end.atOffset(ZoneOffset.UTC).getYear();
        boolean holds = IntStream.range(year - YEARS, year)
                .mapToObj(rule::createTransition)
                .map(transition -> transition.getDateTimeBefore().toLocalDate())
                .allMatch(date -> date.getMonth() == rule.getMonth()
                        && date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday))));
        var name = weekday.name().substring(0, 2);
        return holds ? "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + nth + name : null;
    }

    private void observance(ZoneOffsetTransition transition, @Nullable String recurrence) {
        observance(
                transition.getInstant(),
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                recurrence);
    }

    private void observance(
            Instant at, LocalDateTime onset, ZoneOffset before, ZoneOffset after, @Nullable String recurrence) {
        var name = rules.isDaylightSavings(at) ? "DAYLIGHT" : "STANDARD";
        text.line("BEGIN", name)
                .line("DTSTART", LOCAL.format(onset))
                .line("TZOFFSETFROM", offset(before))
                .line("TZOFFSETTO", offset(after));
        if (recurrence != null) {
            text.line("RRULE", recurrence);
        }
        text.line("END", name);
    }

    private static String offset(ZoneOffset offset) {
        int total = Math.abs(offset.getTotalSeconds());
        var sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        var text = "%s%02d%02d".formatted(sign, total / 3600, total / 60 % 60);
        return total % 60 == 0 ? text : text + "%02d".formatted(total % 60);
    }

    private static Instant startOfYear(Instant time, int yearsLater) {
        return time.atOffset(ZoneOffset.UTC)
                .withDayOfYear(1)
                .plusYears(yearsLater)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
