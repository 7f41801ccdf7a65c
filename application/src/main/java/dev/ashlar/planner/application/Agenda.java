// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.Occurrence;
import dev.ashlar.planner.domain.Occurrences;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ScheduleItems;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Occurrences of a person's schedule, own items and meetings alike. Costs one statement, whatever the number of items. */
@Component
class Agenda {
    private static final int MAX_ITEMS = 2_000;
    static final int MAX_OCCURRENCES = 10_000;

    /** Order of a schedule: by start, and by item and date among equal starts. */
    static final Comparator<Cursor.Place> ORDER =
            Comparator.comparing(Cursor.Place::at).thenComparing(Cursor.Place::id);

    private final ScheduleItems items;

    Agenda(ScheduleItems items) {
        this.items = items;
    }

    /** Returns the occurrences of a range as a viewer in the zone sees them, by start, and refuses a range with too many. */
    List<Occurrence> occurrences(UserId owner, InstantRange range, ZoneId viewer) {
        var found = items.between(owner, range, MAX_ITEMS + 1);
        var occurrences = found.stream()
                .flatMap(item -> Occurrences.in(range, viewer, item))
                .limit(MAX_OCCURRENCES + 1L)
                .sorted(Comparator.comparing(occurrence -> placeOf(occurrence, viewer), ORDER))
                .toList();
        if (found.size() > MAX_ITEMS || occurrences.size() > MAX_OCCURRENCES) {
            throw PlannerProblem.RANGE_TOO_FULL.because("The range has more than " + MAX_ITEMS + " items or "
                    + MAX_OCCURRENCES + " occurrences. Choose a shorter one.");
        }
        return occurrences;
    }

    /** Returns the place of an occurrence, which no other one has: two of a series may begin at once, since one of them has moved. */
    static Cursor.Place placeOf(Occurrence occurrence, ZoneId viewer) {
        var item = occurrence.item().id().value();
        var on = occurrence.on();
        var key = on == null
                ? item
                : new UUID(item.getMostSignificantBits(), item.getLeastSignificantBits() ^ on.toEpochDay());
        return new Cursor.Place(occurrence.time().range(viewer).from(), key);
    }
}
