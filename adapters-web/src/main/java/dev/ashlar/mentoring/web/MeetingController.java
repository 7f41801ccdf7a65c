// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.CalendarText;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.MeetingFilter;
import dev.ashlar.mentoring.application.MeetingRole;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotFeedbackView;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.SlotFeedback;
import dev.ashlar.mentoring.domain.SlotStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Meetings", description = "Your meetings, from confirmation to completion or cancellation.")
class MeetingController {
    private static final String CANCELLATION = "/slots/{id}/cancellation-request";

    private final SlotService slots;
    private final MeetingService meetings;
    private final InstantSource clock;

    MeetingController(SlotService slots, MeetingService meetings, InstantSource clock) {
        this.slots = slots;
        this.meetings = meetings;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    @Operation(
            summary = "List your meetings",
            description = "The latest start comes first. Filters are your role and the status."
                    + " count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<SlotView> listMeetings(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Your role in the meetings.") @Nullable
                    MeetingRole role,
            @RequestParam(required = false) @Parameter(description = "Status of the meetings.") @Nullable
                    SlotStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new MeetingFilter(role, status);
        return Listing.of(slots.meetings(actor, filter, page), count, () -> slots.countMeetings(actor, filter));
    }

    @PostMapping(CANCELLATION)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Request the cancellation of a meeting",
            description = "The mentor or the student may request it. The other participant or an administrator decides;"
                    + " a request that is undecided at the start of the meeting, or two days after a request that"
                    + " came later, is approved. A student who requests it"
                    + " after the cutoff pays the penalty.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    SlotView requestCancellation(
            Actor actor, @PathVariable SlotId id, @RequestBody @Valid CancellationRequest request) {
        return meetings.requestCancellation(actor, id, request.reason());
    }

    @PostMapping(CANCELLATION + "/approve")
    @Operation(
            summary = "Approve a cancellation",
            description = "The requester may not approve it. The price is refunded, less the penalty if the student"
                    + " requested the cancellation late.")
    @Refuses({
        "mentoring.own-cancellation",
        "mentoring.slot-not-found",
        "mentoring.illegal-transition",
        "mentoring.meeting-not-refundable"
    })
    Answered<SlotView> approveCancellation(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.approveCancellation(actor, id)));
    }

    @PostMapping(CANCELLATION + "/deny")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Deny a cancellation",
            description = "The requester may not deny it. The meeting is confirmed again.")
    @Refuses({"mentoring.own-cancellation", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    SlotView denyCancellation(Actor actor, @PathVariable SlotId id) {
        return meetings.denyCancellation(actor, id);
    }

    @PostMapping("/slots/{id}/complete")
    @Operation(
            summary = "Complete a meeting",
            description =
                    "The mentor, the student or an administrator may complete it after its end. The mentor earns.")
    @Refuses({"mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.meeting-not-over"})
    Answered<SlotView> completeMeeting(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.complete(actor, id)));
    }

    @PostMapping("/slots/{id}/no-show")
    @Operation(
            summary = "Complete a meeting that the student missed",
            description = "The mentor or an administrator may do so after its start. The mentor earns.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.meeting-not-over"
    })
    Answered<SlotView> completeMissedMeeting(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.completeAsNoShow(actor, id)));
    }

    @PostMapping("/slots/{id}/feedback")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Give feedback on a meeting",
            description = "The mentor and the student may each give it once.")
    @Refuses({
        "auth.forbidden",
        "mentoring.slot-not-found",
        "mentoring.meeting-not-completed",
        "mentoring.feedback-given"
    })
    SlotFeedbackView giveFeedback(Actor actor, @PathVariable SlotId id, @RequestBody @Valid FeedbackRequest request) {
        return meetings.giveFeedback(actor, id, request.rating(), request.comment());
    }

    @GetMapping(path = "/slots/{id}/invite.ics", produces = CalendarText.MEDIA_TYPE)
    @Operation(
            summary = "Get a meeting as a calendar event",
            description =
                    "The event is an iCalendar invitation (RFC 5545, RFC 5546) of the mentor to the student. After a"
                            + " change of the meeting it has a higher sequence number.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar event.",
            content =
                    @Content(
                            mediaType = CalendarText.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(SlotInvite.EXAMPLE)))
    @Refuses({"mentoring.slot-not-found", "mentoring.meeting-not-confirmed"})
    ResponseEntity<byte[]> getInvite(Actor actor, @PathVariable SlotId id) {
        var invite = SlotInvite.of(meetings.invitation(actor, id), clock.instant());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarText.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"")
                .body(invite.bytes());
    }

    /** Reason of a cancellation. */
    record CancellationRequest(
            @NotBlank @Size(max = Booking.MAX_REASON) @Schema(example = "I have fallen ill")
            String reason) {}

    /** Rating of a meeting. */
    record FeedbackRequest(
            @Min(SlotFeedback.MIN_RATING) @Max(SlotFeedback.MAX_RATING) @Schema(example = "5")
            int rating,

            @Size(max = SlotFeedback.MAX_COMMENT) @Schema(example = "Now I know what a lock is.") @Nullable
            String comment) {}
}
