// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/** Text of recurrence rules: reads those of clients, makes them canonical, and changes their end. */
final class RecurrenceText {
    private static final int LONGEST_MONTH = 31;
    private static final Pattern FEBRUARY = Pattern.compile("BYMONTH=2(;|$)");
    private static final Pattern FORM = Pattern.compile("[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*");
    /** Parts of RFC 7529 that say what is true of each rule here. */
    private static final Pattern IMPLIED =
            Pattern.compile("^RSCALE=GREGORIAN;|;RSCALE=GREGORIAN(?=;|$)|;SKIP=BACKWARD(?=;|$)");

    private static final String EACH_MONTH = ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";
    private static final Pattern PLUS = Pattern.compile("(?<=[=,])[+](?=[0-9])");
    private static final Pattern END = Pattern.compile(";(COUNT|UNTIL)=[^;]*");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    /** Names, because the library's enum of parts cannot be initialized before its rules are. */
    private static final List<String> PARTS =
            List.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS");

    private RecurrenceText() {}

    /**
     * Reads the rule of a client.
     *
     * @param lastDate tells the last date of a rule that ends at a time in UTC
     */
    static Recurrence read(String pointer, String text, LocalDate anchor, Function<Instant, LocalDate> lastDate) {
        Fields.text(pointer, text, Recurrence.MAX_LENGTH);
        var implied = IMPLIED.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceAll("");
        var plain = PLUS.matcher(implied).replaceAll("");
        var rule = parsed(pointer, plain);
        requireSupported(pointer, rule);
        var recurrence = new Recurrence(canonical(rule, plain, anchor, lastDate), anchor);
        Fields.require(
                RecurrenceDates.of(recurrence.rule(), anchor, anchor)
                        .findFirst()
                        .isPresent(),
                pointer,
                "must have a date on which the series occurs");
        return recurrence;
    }

    private static RecurrenceRule parsed(String pointer, String text) {
        Fields.require(
                FORM.matcher(text).matches() && text.startsWith("FREQ="),
                pointer,
                "must be a recurrence rule of RFC 5545 that begins with FREQ, such as FREQ=WEEKLY;BYDAY=MO");
        var names = new HashSet<String>();
        for (var part : text.split(";", -1)) {
            var name = part.substring(0, part.indexOf('='));
            Fields.require(names.add(name), pointer, "must have the part " + name + " only once");
            Fields.require(
                    PARTS.contains(name),
                    pointer,
                    "must not have the part " + name + "; " + String.join(", ", PARTS) + " are supported");
        }
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException notARule) {
            throw Fields.invalid(pointer, "must be a recurrence rule of RFC 5545");
        }
    }

    private static void requireSupported(String pointer, RecurrenceRule rule) {
        Fields.require(
                FREQUENCIES.contains(rule.getFreq()),
                pointer,
                "must have the frequency DAILY, WEEKLY, MONTHLY or YEARLY, because a series occurs at most once a day");
        Fields.require(
                rule.getInterval() <= Recurrence.MAX_INTERVAL,
                pointer,
                "must have an INTERVAL from 1 to " + Recurrence.MAX_INTERVAL);
        @Nullable Integer count = rule.getCount();
        Fields.require(
                count == null || count <= Recurrence.MAX_COUNT,
                pointer,
                "must have a COUNT from 1 to " + Recurrence.MAX_COUNT);
        Fields.require(
                hasValidEnd(rule),
                pointer,
                "must have a date or a time in UTC as UNTIL, such as UNTIL=20271231T235959Z");
        boolean isByMonth = rule.getFreq() == Freq.MONTHLY || rule.getFreq() == Freq.YEARLY;
        Fields.require(
                isByMonth || !rule.hasPart(Part.BYMONTHDAY),
                pointer,
                "must have BYMONTHDAY only with the frequency MONTHLY or YEARLY");
        Fields.require(
                !rule.hasPart(Part.BYMONTHDAY)
                        || rule.getByPart(Part.BYMONTHDAY).stream()
                                .allMatch(day -> day >= -RecurrenceDates.SHORTEST_MONTH),
                pointer,
                "must have a BYMONTHDAY from 1 to 31 or from -1 to -" + RecurrenceDates.SHORTEST_MONTH);
        Fields.require(
                !isInEachMonth(rule)
                        || !rule.hasPart(Part.BYDAY)
                        || rule.getByDayPart().stream().allMatch(day -> day.pos == 0),
                pointer,
                "must have BYMONTH, if a yearly rule has both BYMONTHDAY and numbered days such as 1MO");
    }

    /** True if days of months are meant in each month of a year. */
    private static boolean isInEachMonth(RecurrenceRule rule) {
        return rule.getFreq() == Freq.YEARLY && rule.hasPart(Part.BYMONTHDAY) && !rule.hasPart(Part.BYMONTH);
    }

    /** The library takes any digits for a date. */
    private static boolean hasValidEnd(RecurrenceRule rule) {
        try {
            var until = RecurrenceDates.until(rule);
            return until == null
                    || rule.getUntil().isAllDay()
                    || !rule.getUntil().isFloating();
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** Makes the days explicit, and says the end as a date. */
    private static String canonical(
            RecurrenceRule rule, String text, LocalDate anchor, Function<Instant, LocalDate> lastDate) {
        var plain = text;
        boolean hasDays = rule.hasPart(Part.BYDAY) || rule.hasPart(Part.BYMONTHDAY);
        if (!hasDays && rule.getFreq() == Freq.WEEKLY) {
            plain += ";BYDAY=" + anchor.getDayOfWeek().name().substring(0, 2);
        }
        if (!hasDays && rule.getFreq() == Freq.YEARLY && !rule.hasPart(Part.BYMONTH)) {
            plain += ";BYMONTH=" + anchor.getMonthValue();
        }
        if (isInEachMonth(rule)) {
            plain += EACH_MONTH;
        }
        if (!hasDays && (rule.getFreq() == Freq.YEARLY || rule.getFreq() == Freq.MONTHLY)) {
            plain += ";BYMONTHDAY=" + anchor.getDayOfMonth();
        }
        @Nullable DateTime until = rule.getUntil();
        return until == null ? plain : until(plain, lastDate(until, lastDate));
    }

    private static LocalDate lastDate(DateTime until, Function<Instant, LocalDate> lastDate) {
        return until.isAllDay()
                ? RecurrenceDates.date(until)
                : lastDate.apply(Instant.ofEpochMilli(until.getTimestamp()));
    }

    static String endless(String rule) {
        return END.matcher(rule).replaceAll("");
    }

    static String counted(String rule, int count) {
        return endless(rule) + ";COUNT=" + count;
    }

    static String until(String rule, LocalDate last) {
        return endless(rule) + ";UNTIL=" + last.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /**
     * Says the rule for calendars of others. Where one day of one month is skipped backward, it is said without RFC 7529, which few
     * programs know: the last of the days from the 28th on that the month has.
     */
    static String forCalendars(String rule, @Nullable LocalTime time, ZoneId zone) {
        var parsed = RecurrenceDates.parsed(rule);
        var until = RecurrenceDates.until(parsed);
        var ending = until == null || time == null ? rule : endless(rule) + ";UNTIL=" + utc(time, until, zone);
        if (!RecurrenceDates.hasDayThatMonthsLack(parsed)) {
            return ending;
        }
        var days = parsed.getByPart(Part.BYMONTHDAY);
        boolean isOneDay = days.size() == 1
                && !parsed.hasPart(Part.BYSETPOS)
                && (parsed.getFreq() == Freq.MONTHLY || isOneMonth(parsed));
        return isOneDay
                ? ending.replaceAll("BYMONTHDAY=[0-9]+", days(rule, days.getFirst()))
                : "RSCALE=GREGORIAN;" + ending + ";SKIP=BACKWARD";
    }

    private static boolean isOneMonth(RecurrenceRule rule) {
        return rule.hasPart(Part.BYMONTH) && rule.getByPart(Part.BYMONTH).size() == 1;
    }

    /** The last day of a month is written as -1, because some calendars know BYSETPOS with BYDAY only. */
    private static String days(String rule, int day) {
        boolean isLast = day == LONGEST_MONTH || FEBRUARY.matcher(rule).find();
        return isLast ? "BYMONTHDAY=-1" : "BYMONTHDAY=" + fromShortest(day) + ";BYSETPOS=-1";
    }

    private static String fromShortest(int day) {
        return IntStream.rangeClosed(RecurrenceDates.SHORTEST_MONTH, day)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private static String utc(LocalTime time, LocalDate date, ZoneId zone) {
        return date.atTime(time)
                .atZone(zone)
                .withZoneSameInstant(ZoneOffset.UTC)
                .format(UTC);
    }
}
