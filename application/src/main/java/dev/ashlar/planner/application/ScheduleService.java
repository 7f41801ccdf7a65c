// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.SeriesExceptions;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.Todos;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of schedules. Each person sees and edits only their own: items of others are not found. */
@ApplicationService
public class ScheduleService {
    public static final int MAX_DAYS = 92;
    private static final String LIST = "planner.schedule-items";
    private static final String OCCURRENCES = "planner.schedule";

    private final ScheduleItems items;
    private final Todos todos;
    private final Agenda agenda;
    private final IdSource ids;
    private final InstantSource clock;

    ScheduleService(ScheduleItems items, Todos todos, Agenda agenda, IdSource ids, InstantSource clock) {
        this.items = items;
        this.todos = todos;
        this.agenda = agenda;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns the occurrences of the actor's schedule from one day to another, the latter excluded, by start. A page is computed from its
     * first occurrence on.
     */
    public Page<OccurrenceView> schedule(Actor actor, LocalDate from, LocalDate to, ZoneId zone, PageRequest page) {
        Fields.within("from", from.getYear(), ItemTime.FIRST_YEAR, ItemTime.LAST_YEAR);
        Fields.require(from.isBefore(to), "to", "must be after from");
        Fields.require(
                ChronoUnit.DAYS.between(from, to) <= MAX_DAYS,
                "to",
                "must be at most " + MAX_DAYS + " days after from");
        var place = page.afterPlace(OCCURRENCES);
        var first = from.atStartOfDay(zone).toInstant();
        var start = place == null || place.at().isBefore(first) ? first : place.at();
        var end = to.atStartOfDay(zone).toInstant();
        // Both are equal where the zone skips the only day.
        if (!start.isBefore(end)) {
            return new Page<>(List.of(), null);
        }
        var rows = agenda.occurrences(actor.userId(), new InstantRange(start, end), zone).stream()
                .filter(occurrence ->
                        place == null || Agenda.ORDER.compare(Agenda.placeOf(occurrence, zone), place) > 0)
                .limit(page.rowsToRead())
                .toList();
        var found = Page.of(rows, page, last -> cursorAfter(Agenda.placeOf(last, zone)));
        return new Page<>(found.items().stream().map(OccurrenceView::of).toList(), found.next());
    }

    private static Cursor cursorAfter(Cursor.Place place) {
        return Cursor.of(OCCURRENCES, place.at(), new ScheduleItemId(place.id()));
    }

    /** Returns the actor's items, oldest first. */
    public Page<ScheduleItemView> list(Actor actor, PageRequest page) {
        var rows = items.page(actor.userId(), page.afterUuid(LIST), page.rowsToRead()).stream()
                .map(ScheduleItemView::of)
                .toList();
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public ScheduleItemView get(Actor actor, ScheduleItemId id) {
        return ScheduleItemView.of(find(actor, id));
    }

    @Transactional
    public ScheduleItemView create(Actor actor, ItemDetails details) {
        requireTodo(actor, details.todoId());
        return insert(ScheduleItem.of(new ScheduleItemId(ids.next()), actor.userId(), details, clock.instant()));
    }

    /** Edits an item, or all of a series. */
    @Transactional
    public ScheduleItemView edit(Actor actor, ScheduleItemId id, int version, ItemDetails details) {
        var item = find(actor, id, version);
        requireChangedTodo(actor, item, details.todoId());
        return store(item, item.edited(details, clock.instant()));
    }

    /** Moves an item, or all of a series, into the trash. */
    @Transactional
    public void delete(Actor actor, ScheduleItemId id, int version) {
        find(actor, id, version).requireOwn();
        trash(actor, id, version);
    }

    /** Takes an item out of the trash. */
    @Transactional
    public ScheduleItemView restore(Actor actor, ScheduleItemId id) {
        if (!items.restore(actor.userId(), id, clock.instant())) {
            throw PlannerProblem.SCHEDULE_ITEM_NOT_FOUND.because(
                    "You have no schedule item " + id.value() + " in the trash. List the trash to find its id.");
        }
        return get(actor, id);
    }

    /** Edits one occurrence of a series. */
    @Transactional
    public ScheduleItemView editOccurrence(
            Actor actor, ScheduleItemId id, LocalDate on, int version, String title, ItemTime time) {
        var item = find(actor, id, version);
        requireRoomForException(item);
        return store(item, item.withOccurrence(on, title, time, clock.instant()));
    }

    /** Removes one occurrence of a series. */
    @Transactional
    public ScheduleItemView removeOccurrence(Actor actor, ScheduleItemId id, LocalDate on, int version) {
        var item = find(actor, id, version);
        requireRoomForException(item);
        return store(item, item.withoutOccurrence(on, clock.instant()));
    }

    /** Edits an occurrence and all that follow it: the series ends before it, and a new one begins. */
    @Transactional
    public ScheduleItemView editFollowing(
            Actor actor, ScheduleItemId id, LocalDate on, int version, ItemDetails details) {
        var now = clock.instant();
        var item = find(actor, id, version);
        requireChangedTodo(actor, item, details.todoId());
        var following = item.following(new ScheduleItemId(ids.next()), on, details, now);
        if (item.beginsOn(on)) {
            return store(item, item.edited(following.details(), now));
        }
        store(item, item.endingBefore(on, now));
        return insert(following);
    }

    /** Removes an occurrence and all that follow it. The whole series goes into the trash. */
    @Transactional
    public void removeFollowing(Actor actor, ScheduleItemId id, LocalDate on, int version) {
        var item = find(actor, id, version);
        if (item.beginsOn(on)) {
            trash(actor, id, version);
        } else {
            store(item, item.endingBefore(on, clock.instant()));
        }
    }

    /** A guard against floods, so that two requests at the same moment may exceed it. */
    private void requireRoomForException(ScheduleItem item) {
        if (items.countExceptions(item.ownerId()) >= SeriesExceptions.MAX_OF_PERSON) {
            throw PlannerProblem.EXCEPTIONS_EXCEEDED.because(
                    "Your series have " + SeriesExceptions.MAX_OF_PERSON
                            + " occurrences that differ from them, and no more are allowed. Remove a series; it counts until it leaves the trash.");
        }
    }

    private ScheduleItem find(Actor actor, ScheduleItemId id) {
        return items.find(actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    /** Finds the version that the actor has read, so that what has changed meanwhile is not refused for its new state. */
    private ScheduleItem find(Actor actor, ScheduleItemId id, int version) {
        var item = find(actor, id);
        if (item.version() != version) {
            throw KernelProblem.stale("Schedule item " + id.value(), version);
        }
        return item;
    }

    /** Leaves an item as it was read although its todo has gone into the trash. */
    private void requireChangedTodo(Actor actor, ScheduleItem item, @Nullable TodoId id) {
        if (!Objects.equals(id, item.details().todoId())) {
            requireTodo(actor, id);
        }
    }

    private void requireTodo(Actor actor, @Nullable TodoId id) {
        if (id != null && todos.find(actor.userId(), id).isEmpty()) {
            throw PlannerProblem.TODO_NOT_FOUND
                    .because("You have no todo " + id.value() + ". List your todos to find its id.")
                    .at("/todoId", "must be a todo that you may see");
        }
    }

    private ScheduleItemView insert(ScheduleItem item) {
        items.insert(item);
        return ScheduleItemView.of(item);
    }

    private ScheduleItemView store(ScheduleItem read, ScheduleItem changed) {
        int version = read.version();
        if (changed.equals(read)) {
            return ScheduleItemView.of(read);
        }
        if (!items.update(changed, version)) {
            throw KernelProblem.stale("Schedule item " + read.id().value(), version);
        }
        return ScheduleItemView.of(changed, version + 1);
    }

    private void trash(Actor actor, ScheduleItemId id, int version) {
        if (!items.trash(actor.userId(), id, version, clock.instant())) {
            throw KernelProblem.stale("Schedule item " + id.value(), version);
        }
    }

    private static DomainException notFound(ScheduleItemId id) {
        return PlannerProblem.SCHEDULE_ITEM_NOT_FOUND.because(
                "You have no schedule item " + id.value() + ". Read the schedule to find its id.");
    }
}
