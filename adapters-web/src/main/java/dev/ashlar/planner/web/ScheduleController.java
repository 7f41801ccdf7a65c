// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.OccurrenceView;
import dev.ashlar.planner.application.ScheduleItemView;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.Recurrence;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.TodoId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Schedule", description = "Your schedule: single items, series and meetings.")
class ScheduleController {
    private static final String ITEM = "/schedule-items/{id}";
    private static final String OCCURRENCE = ITEM + "/occurrences/{date}";
    private static final String FOLLOWING = ITEM + "/following/{date}";

    private final ScheduleService schedule;

    ScheduleController(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @GetMapping("/schedule")
    @Operation(
            summary = "Read your schedule",
            description = "Returns each occurrence between two days of the time zone, the earliest first. from is"
                    + " inclusive, to is exclusive, and they are at most " + ScheduleService.MAX_DAYS + " days apart."
                    + " Meetings with your mentor or your students appear by themselves. Send the days and the time"
                    + " zone again with each cursor.")
    @Refuses({"planner.range-too-full", "request.invalid-cursor"})
    Listing<OccurrenceView> readSchedule(
            Actor actor,
            @RequestParam @Parameter(description = "First day, inclusive.") LocalDate from,
            @RequestParam @Parameter(description = "Day after the last one.") LocalDate to,
            @RequestParam @Parameter(description = "IANA name of the time zone of the days.") String zone,
            PageRequest page) {
        return Listing.of(schedule.schedule(actor, from, to, Fields.timeZone("zone", zone), page));
    }

    @GetMapping("/schedule-items")
    @Operation(
            summary = "List your schedule items",
            description = "The oldest item comes first. A series is one item with its rule and its exceptions.")
    @Refuses("request.invalid-cursor")
    Listing<ScheduleItemView> listScheduleItems(Actor actor, PageRequest page) {
        return Listing.of(schedule.list(actor, page));
    }

    @PostMapping("/schedule-items")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Create a schedule item",
            description =
                    "Send startsAt and endsAt, or startsOn and endsOn for whole days. A series keeps its local time"
                            + " in its time zone when the clock changes. It begins on the first date of its rule that is not"
                            + " before the start, and a day that a month lacks falls on the month's last day.")
    @Refuses("planner.todo-not-found")
    Versioned<ScheduleItemView> createScheduleItem(Actor actor, @RequestBody @Valid ScheduleItemRequest request) {
        var item = schedule.create(actor, request.details());
        return Versioned.created("/api/v1/schedule-items/" + item.id().value(), item.version(), item);
    }

    @GetMapping(ITEM)
    @Operation(summary = "Get a schedule item", description = "The ETag is the version for an edit.")
    @Refuses("planner.schedule-item-not-found")
    Versioned<ScheduleItemView> getScheduleItem(Actor actor, @PathVariable ScheduleItemId id) {
        return answer(schedule.get(actor, id));
    }

    @PutMapping(ITEM)
    @Operation(
            summary = "Update a schedule item",
            description = "Edits all occurrences of a series. Those that differ from it stay as they are if the series"
                    + " still occurs on their dates.")
    @Refuses({"planner.schedule-item-not-found", "planner.item-of-meeting", "planner.todo-not-found"})
    Versioned<ScheduleItemView> updateScheduleItem(
            Actor actor,
            @PathVariable ScheduleItemId id,
            IfMatch ifMatch,
            @RequestBody @Valid ScheduleItemRequest request) {
        return answer(schedule.edit(actor, id, version(actor, id, ifMatch), request.details()));
    }

    @DeleteMapping(ITEM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a schedule item",
            description =
                    "Moves the item, or all of a series, into the trash, from which it can be restored for 30 days.")
    @Refuses({"planner.schedule-item-not-found", "planner.item-of-meeting"})
    void deleteScheduleItem(Actor actor, @PathVariable ScheduleItemId id, IfMatch ifMatch) {
        schedule.delete(actor, id, version(actor, id, ifMatch));
    }

    @PostMapping(ITEM + "/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Restore a schedule item", description = "Takes an item out of the trash.")
    @Refuses("planner.schedule-item-not-found")
    Versioned<ScheduleItemView> restoreScheduleItem(Actor actor, @PathVariable ScheduleItemId id) {
        return answer(schedule.restore(actor, id));
    }

    @PutMapping(OCCURRENCE)
    @Operation(
            summary = "Update an occurrence",
            description = "Edits one occurrence of a series, which may move to any other time. The date is the one by"
                    + " which the schedule names the occurrence; it stays the same when the occurrence moves.")
    @Refuses({"planner.schedule-item-not-found", "planner.occurrence-not-found", "planner.exceptions-exceeded"})
    Versioned<ScheduleItemView> updateOccurrence(
            Actor actor,
            @PathVariable ScheduleItemId id,
            @PathVariable @Parameter(description = "Date by which the schedule names the occurrence.") LocalDate date,
            IfMatch ifMatch,
            @RequestBody @Valid OccurrenceRequest request) {
        return answer(
                schedule.editOccurrence(actor, id, date, version(actor, id, ifMatch), request.title(), request.time()));
    }

    @DeleteMapping(OCCURRENCE)
    @Operation(summary = "Delete an occurrence", description = "Deletes one occurrence of a series.")
    @Refuses({"planner.schedule-item-not-found", "planner.occurrence-not-found", "planner.exceptions-exceeded"})
    Versioned<ScheduleItemView> deleteOccurrence(
            Actor actor,
            @PathVariable ScheduleItemId id,
            @PathVariable @Parameter(description = "Date by which the schedule names the occurrence.") LocalDate date,
            IfMatch ifMatch) {
        return answer(schedule.removeOccurrence(actor, id, date, version(actor, id, ifMatch)));
    }

    @PutMapping(FOLLOWING)
    @Operation(
            summary = "Update an occurrence and all that follow",
            description =
                    "Ends the series before the date and returns the new series that begins there. Without a"
                            + " recurrence, the rest recurs as before. From the first occurrence on, the item itself is edited.")
    @Refuses({"planner.schedule-item-not-found", "planner.occurrence-not-found", "planner.todo-not-found"})
    Versioned<ScheduleItemView> updateFollowing(
            Actor actor,
            @PathVariable ScheduleItemId id,
            @PathVariable @Parameter(description = "Date by which the schedule names the occurrence.") LocalDate date,
            IfMatch ifMatch,
            @RequestBody @Valid ScheduleItemRequest request) {
        return answer(schedule.editFollowing(actor, id, date, version(actor, id, ifMatch), request.details()));
    }

    @DeleteMapping(FOLLOWING)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an occurrence and all that follow",
            description =
                    "Ends the series before the date. From the first occurrence on, the item goes into the trash.")
    @Refuses({"planner.schedule-item-not-found", "planner.occurrence-not-found"})
    void deleteFollowing(
            Actor actor,
            @PathVariable ScheduleItemId id,
            @PathVariable @Parameter(description = "Date by which the schedule names the occurrence.") LocalDate date,
            IfMatch ifMatch) {
        schedule.removeFollowing(actor, id, date, version(actor, id, ifMatch));
    }

    private int version(Actor actor, ScheduleItemId id, IfMatch ifMatch) {
        return ifMatch.version(() -> schedule.get(actor, id).version());
    }

    private static Versioned<ScheduleItemView> answer(ScheduleItemView item) {
        return Versioned.ok(item.version(), item);
    }

    /**
     * Item or series.
     *
     * @param recurrence rule of RFC 5545 that is DAILY, WEEKLY, MONTHLY or YEARLY; null if the item does not recur
     */
    record ScheduleItemRequest(
            @NotBlank @Size(max = ItemDetails.MAX_TITLE) String title,

            @Nullable TodoId todoId,

            @Nullable Instant startsAt,

            @Nullable Instant endsAt,

            @Nullable LocalDate startsOn,

            @Nullable LocalDate endsOn,

            @NotBlank @Size(max = Fields.MAX_TIME_ZONE) String zone,

            @Nullable @Size(max = Recurrence.MAX_LENGTH) String recurrence) {
        ItemDetails details() {
            return new ItemDetails(title, todoId, ItemTime.of(startsAt, endsAt, startsOn, endsOn, zone), recurrence);
        }
    }

    /** Occurrence that differs from its series. */
    record OccurrenceRequest(
            @NotBlank @Size(max = ItemDetails.MAX_TITLE) String title,

            @Nullable Instant startsAt,

            @Nullable Instant endsAt,

            @Nullable LocalDate startsOn,

            @Nullable LocalDate endsOn,

            @NotBlank @Size(max = Fields.MAX_TIME_ZONE) String zone) {
        ItemTime time() {
            return ItemTime.of(startsAt, endsAt, startsOn, endsOn, zone);
        }
    }
}
