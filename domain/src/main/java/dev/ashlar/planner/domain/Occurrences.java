// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.InstantRange;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expansion of schedule items to their occurrences in a range. */
public final class Occurrences {
    /** Days by which an occurrence may lie outside the dates of the range: zones differ by a day, and an item lasts a month. */
    private static final int ZONES = 2;

    private Occurrences() {}

    /** Returns the occurrences within a range, which has an end, as a viewer in the zone sees them. */
    public static Stream<Occurrence> in(InstantRange range, ZoneId viewer, ScheduleItem item) {
        var recurrence = item.recurrence();
        var all = recurrence == null
                ? Stream.of(new Occurrence(
                        item, item.details().title(), null, item.details().time()))
                : Stream.concat(regular(range, item, recurrence), moved(item));
        return all.filter(occurrence -> occurrence.time().range(viewer).overlaps(range));
    }

    private static Stream<Occurrence> regular(InstantRange range, ScheduleItem item, Recurrence recurrence) {
        var details = item.details();
        var zone = ZoneId.of(details.time().zone());
        var from = range.from().atZone(zone).toLocalDate().minusDays(ZONES + ItemTime.MAX_DAYS);
        var until =
                Objects.requireNonNull(range.until()).atZone(zone).toLocalDate().plusDays(ZONES);
        var exceptions = item.exceptions().occurrences().stream()
                .map(OccurrenceException::on)
                .collect(Collectors.toUnmodifiableSet());
        return recurrence.between(from, until).stream()
                .filter(date -> !exceptions.contains(date) && details.time().hasDay(date))
                .map(date -> new Occurrence(
                        item, details.title(), date, details.time().on(date)));
    }

    private static Stream<Occurrence> moved(ScheduleItem item) {
        return item.exceptions().occurrences().stream().flatMap(exception -> {
            var time = exception.time();
            var title = exception.title() == null ? item.details().title() : exception.title();
            return time == null ? Stream.empty() : Stream.of(new Occurrence(item, title, exception.on(), time));
        });
    }
}
