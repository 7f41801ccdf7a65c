// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Item of a person's schedule: once, or as a series with exceptions. Each change returns the changed item, or refuses.
 *
 * @param source origin of an item that its owner has not added; null for all others
 */
public record ScheduleItem(
        ScheduleItemId id,
        UserId ownerId,
        ItemDetails details,
        SeriesExceptions exceptions,
        @Nullable ItemSource source,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Creates a new item. */
    public static ScheduleItem of(ScheduleItemId id, UserId ownerId, ItemDetails details, Instant now) {
        return new ScheduleItem(id, ownerId, details.checked(), SeriesExceptions.NONE, null, now, now, 0);
    }

    /** Returns the item as one that comes from elsewhere. */
    public ScheduleItem from(ItemSource origin) {
        return new ScheduleItem(id, ownerId, details, exceptions, origin, createdAt, updatedAt, version);
    }

    /** Returns the recurrence of a series, or null if the item does not recur. */
    public @Nullable Recurrence recurrence() {
        var rule = details.recurrence();
        return rule == null ? null : new Recurrence(rule, details.time().day());
    }

    /** Edits the item, or all of a series; exceptions stay if the series still occurs on their dates. */
    public ScheduleItem edited(ItemDetails edited, Instant now) {
        return with(edited.checked(), exceptions, now);
    }

    /** Edits one occurrence. */
    public ScheduleItem withOccurrence(LocalDate on, String title, ItemTime time, Instant now) {
        requireOccurrence(on);
        var text = Fields.text("/title", title, ItemDetails.MAX_TITLE);
        var exception = new OccurrenceException(on, text.equals(details.title()) ? null : text, time);
        return with(details, exceptions.with(exception), now);
    }

    /** Removes one occurrence. */
    public ScheduleItem withoutOccurrence(LocalDate on, Instant now) {
        requireOccurrence(on);
        return with(details, exceptions.with(new OccurrenceException(on, null, null)), now);
    }

    /** True if this date is that of the first occurrence, so that it and the following are the whole series. */
    public boolean beginsOn(LocalDate on) {
        return requireOccurrence(on).anchor().equals(on);
    }

    /** Ends the series before one of its occurrences that is not the first. */
    public ScheduleItem endingBefore(LocalDate on, Instant now) {
        return with(details.recurring(requireOccurrence(on).endingBefore(on).rule()), exceptions, now);
    }

    /**
     * Returns the edited rest of the series, from one of its occurrences on, as a new item.
     *
     * @param edited without a recurrence, the rest recurs as before
     */
    public ScheduleItem following(ScheduleItemId newId, LocalDate on, ItemDetails edited, Instant now) {
        var rest = requireOccurrence(on).continuingAt(on);
        Fields.require(
                edited.recurrence() != null || edited.time().day().equals(on),
                "/startsAt",
                "must be on " + on + " unless a recurrence is given");
        details.time().requireUnshifted(on, edited.time());
        var added = of(newId, ownerId, edited.recurrence() == null ? edited.recurring(rest.rule()) : edited, now);
        return added.with(added.details, exceptions.where(date -> !date.isBefore(on)), now);
    }

    /** Returns a span that contains all occurrences. */
    public InstantRange cover() {
        var time = details.time();
        var first = time.cover();
        var from = first.from();
        var until = until(time, first);
        for (var exception : exceptions.occurrences()) {
            if (exception.time() != null) {
                var moved = exception.time().cover();
                from = moved.from().isBefore(from) ? moved.from() : from;
                until = until == null || Objects.requireNonNull(moved.until()).isBefore(until) ? until : moved.until();
            }
        }
        return new InstantRange(from, until);
    }

    private @Nullable Instant until(ItemTime time, InstantRange first) {
        var recurrence = recurrence();
        if (recurrence == null) {
            return first.until();
        }
        var bound = recurrence.bound();
        return bound == null || bound.getYear() > ItemTime.LAST_YEAR
                ? null
                : time.on(bound).cover().until();
    }

    /** Keeps the exceptions whose dates are still dates of the series; returns the same item if nothing changes. */
    private ScheduleItem with(ItemDetails changed, SeriesExceptions wanted, Instant now) {
        requireOwn();
        var series = new ScheduleItem(id, ownerId, changed, wanted, source, createdAt, now, version).recurrence();
        var kept = series == null ? SeriesExceptions.NONE : wanted.where(date -> occurs(series, changed, date));
        return changed.equals(details) && kept.equals(exceptions)
                ? this
                : new ScheduleItem(id, ownerId, changed, kept, source, createdAt, now, version);
    }

    private static boolean occurs(Recurrence series, ItemDetails details, LocalDate on) {
        return series.includes(on) && details.time().hasDay(on);
    }

    private Recurrence requireOccurrence(LocalDate on) {
        var recurrence = recurrence();
        if (recurrence == null || !occurs(recurrence, details, on)) {
            throw PlannerProblem.OCCURRENCE_NOT_FOUND.because("Item " + id.value() + " does not occur on " + on
                    + ". Use the date of an occurrence of the schedule.");
        }
        return recurrence;
    }

    /** Returns the slot whose meeting the item shows, or null if it shows none. */
    public @Nullable ItemSource meeting() {
        return source != null && source.sourceType() == ItemSourceType.SLOT ? source : null;
    }

    /** Refuses changes of an item that shows a meeting. */
    public void requireOwn() {
        var meeting = meeting();
        if (meeting != null) {
            throw ofMeeting(meeting);
        }
    }

    private DomainException ofMeeting(ItemSource meeting) {
        return PlannerProblem.ITEM_OF_MEETING.because("Item " + id.value() + " shows the meeting of slot "
                + meeting.sourceId() + ". Move or cancel the meeting instead.");
    }
}
