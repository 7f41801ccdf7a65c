// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Schedule of an automation job.
 *
 * @param runAt the only tick, or the first one of an interval; null for cron
 * @param intervalSeconds distance of the ticks; null unless the type is interval
 * @param cronExpr five fields, as in {@code 0 9 * * 1-5}; null unless the type is cron
 * @param zone time zone of the cron expression and of the dates that the action needs
 */
public record JobSchedule(
        JobScheduleType scheduleType,
        @Nullable Instant runAt,
        @Nullable Integer intervalSeconds,
        @Nullable String cronExpr,
        String zone) {
    public static final int MIN_INTERVAL_SECONDS = 60;
    /** A year of 366 days. */
    public static final int MAX_INTERVAL_SECONDS = 31_622_400;

    public static final int MAX_CRON = 100;
    /** Bound of {@code runAt}, from which the dates of todos and schedule items are a year away. */
    public static final Instant MAX_RUN_AT = Instant.parse("8999-01-01T00:00:00Z");

    private static final Pattern FIVE_FIELDS = Pattern.compile("[!-~]+( [!-~]+){4}");
    private static final String INTERVAL = "/schedule/intervalSeconds";
    private static final String ABSENT = "must be absent with this type of schedule";

    public JobSchedule {
        zone = Fields.timeZone("/schedule/zone", zone).getId();
        Fields.require(runAt == null || runAt.isBefore(MAX_RUN_AT), "/schedule/runAt", "must be before " + MAX_RUN_AT);
        switch (scheduleType) {
            case ONCE -> {
                Fields.require(runAt != null, "/schedule/runAt", "must be the time of the run");
                Fields.require(intervalSeconds == null, INTERVAL, ABSENT);
                Fields.require(cronExpr == null, "/schedule/cronExpr", ABSENT);
            }
            case INTERVAL -> {
                Fields.require(runAt != null, "/schedule/runAt", "must be the time of the first run");
                if (intervalSeconds == null) {
                    throw Fields.invalid(INTERVAL, "must be present");
                }
                Fields.within(INTERVAL, intervalSeconds, MIN_INTERVAL_SECONDS, MAX_INTERVAL_SECONDS);
                Fields.require(cronExpr == null, "/schedule/cronExpr", ABSENT);
            }
            case CRON -> {
                Fields.require(runAt == null, "/schedule/runAt", ABSENT);
                Fields.require(intervalSeconds == null, INTERVAL, ABSENT);
                cronExpr = fields(cronExpr);
            }
        }
    }

    /** Returns the first tick after a time; empty if the schedule ends before. */
    public Optional<Instant> next(Instant after, CronExpressions cron) {
        return switch (scheduleType) {
            case ONCE -> Optional.ofNullable(runAt).filter(after::isBefore);
            case INTERVAL -> Optional.of(nextInterval(after));
            case CRON -> cron.next(Objects.requireNonNull(cronExpr), ZoneId.of(zone), after);
        };
    }

    /** Returns the local date of a tick. */
    public LocalDate dateOf(Instant tick) {
        return LocalDate.ofInstant(tick, ZoneId.of(zone));
    }

    private Instant nextInterval(Instant after) {
        var first = Objects.requireNonNull(runAt);
        var interval = Duration.ofSeconds(Objects.requireNonNull(intervalSeconds));
        if (after.isBefore(first)) {
            return first;
        }
        long passed = Duration.between(first, after).dividedBy(interval);
        return first.plus(interval.multipliedBy(passed + 1));
    }

    private static String fields(@Nullable String text) {
        var fields = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        Fields.require(
                FIVE_FIELDS.matcher(fields).matches() && fields.length() <= MAX_CRON,
                "/schedule/cronExpr",
                "must be minute, hour, day of month, month and day of week, as in 0 9 * * 1-5");
        return fields;
    }
}
