// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dates of a canonical rule, found by asking each day of each interval, as RFC 5545 and RFC 7529 define them. */
final class SimpleReckoning {
    private final Map<String, List<String>> parts;
    private final LocalDate anchor;

    SimpleReckoning(Recurrence series) {
        parts = Arrays.stream(series.rule().split(";"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1].split(","))));
        anchor = series.anchor();
    }

    /** Returns the dates before this one. */
    List<LocalDate> before(LocalDate until) {
        var count = parts.get("COUNT");
        var last = parts.get("UNTIL");
        return Stream.iterate(period(0), begin -> begin.isBefore(until), this::next)
                .flatMap(begin -> chosen(
                        begin.datesUntil(end(begin)).filter(this::isNamed).toList())
                        .stream())
                .filter(date -> !date.isBefore(anchor) && date.isBefore(until))
                .filter(date -> last == null || date.toString().replace("-", "").compareTo(last.getFirst()) <= 0)
                .limit(count == null ? Long.MAX_VALUE : Long.parseLong(count.getFirst()))
                .toList();
    }

    private LocalDate period(long number) {
        return switch (frequency()) {
            case "YEARLY" -> anchor.withDayOfYear(1).plusYears(number);
            case "MONTHLY" -> anchor.withDayOfMonth(1).plusMonths(number);
            case "WEEKLY" ->
                anchor.with(TemporalAdjusters.previousOrSame(weekStart())).plusWeeks(number);
            default -> anchor.plusDays(number);
        };
    }

    private LocalDate next(LocalDate begin) {
        var interval = parts.get("INTERVAL");
        return begin.plus(interval == null ? 1 : Long.parseLong(interval.getFirst()), unit());
    }

    private LocalDate end(LocalDate begin) {
        return begin.plus(1, unit());
    }

    private java.time.temporal.ChronoUnit unit() {
        return switch (frequency()) {
            case "YEARLY" -> YEARS;
            case "MONTHLY" -> MONTHS;
            case "WEEKLY" -> WEEKS;
            default -> DAYS;
        };
    }

    private boolean isNamed(LocalDate date) {
        var months = parts.get("BYMONTH");
        var days = parts.get("BYMONTHDAY");
        var weekdays = parts.get("BYDAY");
        return (months == null || months.contains(Integer.toString(date.getMonthValue())))
                && (days == null || days.stream().anyMatch(day -> isDay(Integer.parseInt(day), date)))
                && (weekdays == null || weekdays.stream().anyMatch(day -> isWeekday(day, date)));
    }

    private boolean isDay(int day, LocalDate date) {
        int length = date.lengthOfMonth();
        int wanted = day < 0 ? length + 1 + day : day;
        return date.getDayOfMonth() == (parts.containsKey("BYDAY") ? wanted : Math.min(wanted, length));
    }

    private boolean isWeekday(String text, LocalDate date) {
        int split = text.length() - 2;
        if (date.getDayOfWeek() != weekday(text.substring(split))) {
            return false;
        }
        if (split == 0) {
            return true;
        }
        boolean isOfMonth = frequency().equals("MONTHLY") || parts.containsKey("BYMONTH");
        int day = isOfMonth ? date.getDayOfMonth() : date.getDayOfYear();
        int length = isOfMonth ? date.lengthOfMonth() : date.lengthOfYear();
        int ordinal = Integer.parseInt(text.substring(0, split));
        return ordinal > 0 ? (day + 6) / 7 == ordinal : (length - day + 7) / 7 == -ordinal;
    }

    private List<LocalDate> chosen(List<LocalDate> dates) {
        var places = parts.get("BYSETPOS");
        if (places == null) {
            return dates;
        }
        return IntStream.range(0, dates.size())
                .filter(place -> places.contains(Integer.toString(place + 1))
                        || places.contains(Integer.toString(place - dates.size())))
                .mapToObj(dates::get)
                .toList();
    }

    private String frequency() {
        return parts.get("FREQ").getFirst();
    }

    private DayOfWeek weekStart() {
        var start = parts.get("WKST");
        return start == null ? DayOfWeek.MONDAY : weekday(start.getFirst());
    }

    private static DayOfWeek weekday(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text))
                .findFirst()
                .orElseThrow();
    }
}
