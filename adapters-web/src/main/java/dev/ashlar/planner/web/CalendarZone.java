package dev.ashlar.planner.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.ashlar.kernel.web.CalendarText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Definition of a time zone (VTIMEZONE) for calendars. Its transitions are written out, because not all rules of time zones can be said
 * as a recurrence: Cairo's clock changes at the end of the last Thursday.
 */
final class CalendarZone {
    /** Number of years ahead for which transitions are written out. */
    static final int YEARS = 30;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private CalendarZone() {}

    /** Writes the definition for the times from the year of an instant on. */
    static void write(CalendarText text, ZoneId zone, Instant from, Instant now) {
        var rules = zone.getRules();
        var start = startOfYear(from, 0);
        text.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        var offset = rules.getOffset(start);
        var first = new Change(offset, offset, rules.isDaylightSavings(start));
        observance(text, first, List.of(LocalDateTime.ofInstant(start, offset)));
        transitions(rules, start, startOfYear(now, YEARS))
                .collect(groupingBy(
                        transition -> Change.of(transition, rules),
                        LinkedHashMap::new,
                        mapping(ZoneOffsetTransition::getDateTimeBefore, toList())))
                .forEach((change, onsets) -> observance(text, change, onsets));
        text.line("END", "VTIMEZONE");
    }

    private static Stream<ZoneOffsetTransition> transitions(ZoneRules rules, Instant from, Instant until) {
        return Stream.iterate(
                rules.nextTransition(from),
                transition -> transition != null && transition.getInstant().isBefore(until),
                transition -> rules.nextTransition(transition.getInstant()));
    }

    private static void observance(CalendarText text, Change change, List<LocalDateTime> onsets) {
        var name = change.toSummer() ? "DAYLIGHT" : "STANDARD";
        text.line("BEGIN", name)
                .line("DTSTART", LOCAL.format(onsets.getFirst()))
                .line("TZOFFSETFROM", offset(change.before()))
                .line("TZOFFSETTO", offset(change.after()));
        if (onsets.size() > 1) {
            text.line("RDATE", onsets.stream().skip(1).map(LOCAL::format).collect(joining(",")));
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

    /** Change of the offset that several transitions have in common. */
    private record Change(ZoneOffset before, ZoneOffset after, boolean toSummer) {
        static Change of(ZoneOffsetTransition transition, ZoneRules rules) {
            return new Change(
                    transition.getOffsetBefore(),
                    transition.getOffsetAfter(),
                    rules.isDaylightSavings(transition.getInstant()));
        }
    }
}
