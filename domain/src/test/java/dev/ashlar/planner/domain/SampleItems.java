// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Schedule items for tests. */
public final class SampleItems {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final String BERLIN = "Europe/Berlin";

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleItems() {}

    public static UserId person() {
        return new UserId(IDS.next());
    }

    public static ScheduleItemId id() {
        return new ScheduleItemId(IDS.next());
    }

    /** Returns an hour that begins at this local time in Berlin. */
    public static ItemTime hour(String local) {
        var start = LocalDateTime.parse(local).atZone(ZoneId.of(BERLIN)).toInstant();
        return ItemTime.between(start, start.plus(Duration.ofHours(1)), BERLIN);
    }

    public static ItemTime days(String first, String last) {
        return ItemTime.days(LocalDate.parse(first), LocalDate.parse(last), BERLIN);
    }

    public static ItemDetails details(ItemTime time, @Nullable String recurrence) {
        return new ItemDetails("Review", null, time, recurrence);
    }

    public static ScheduleItem item(UserId owner, ItemTime time) {
        return ScheduleItem.of(id(), owner, details(time, null), NOW);
    }

    public static ScheduleItem series(UserId owner, String local, String rule) {
        return ScheduleItem.of(id(), owner, details(hour(local), rule), NOW);
    }
}
