package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Answered;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.MeetingFilter;
import dev.ashlar.mentoring.application.MeetingRole;
import dev.ashlar.mentoring.application.MeetingService;
import dev.ashlar.mentoring.application.SlotFeedbackView;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.domain.SlotFeedback;
import dev.ashlar.mentoring.domain.SlotStatus;
import io.swagger.v3.oas.annotations.Operation;
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
import java.nio.charset.StandardCharsets;
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
@Tag(name = "Meetings", description = "Your meetings, and how they end: held, or cancelled.")
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
            summary = "Slots that you have or had with somebody, latest start first",
            description = "role says on which side you are. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<SlotView> meetings(
            Actor actor,
            @RequestParam(required = false) @Nullable MeetingRole role,
            @RequestParam(required = false) @Nullable SlotStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var filter = new MeetingFilter(role, status);
        return Listing.of(
                slots.meetings(actor, filter, page), count ? (Long) slots.countMeetings(actor, filter) : null);
    }

    @PostMapping(CANCELLATION)
    @Operation(
            summary = "Ask to cancel a confirmed meeting (one of the two)",
            description =
                    "The other one or an administrator decides; who says nothing until the start has agreed. A student"
                            + " who asks after the cutoff pays the penalty.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    SlotView askToCancel(Actor actor, @PathVariable SlotId id, @RequestBody @Valid CancellationRequest request) {
        return meetings.requestCancellation(actor, id, request.reason());
    }

    @PostMapping(CANCELLATION + "/approve")
    @Operation(
            summary = "Agree to a cancellation (not for the one who asked)",
            description = "The price comes back, less the penalty if the student asked late.")
    @Refuses({
        "mentoring.own-cancellation",
        "mentoring.slot-not-found",
        "mentoring.illegal-transition",
        "mentoring.not-refundable"
    })
    Answered<SlotView> approve(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.approveCancellation(actor, id)));
    }

    @PostMapping(CANCELLATION + "/deny")
    @Operation(summary = "Insist on a meeting (not for the one who asked to cancel it)")
    @Refuses({"mentoring.own-cancellation", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    SlotView deny(Actor actor, @PathVariable SlotId id) {
        return meetings.denyCancellation(actor, id);
    }

    @PostMapping("/slots/{id}/complete")
    @Operation(summary = "Say that a meeting was held", description = "Once it is over; the mentor earns.")
    @Refuses({"mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.not-over"})
    Answered<SlotView> complete(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.complete(actor, id)));
    }

    @PostMapping("/slots/{id}/no-show")
    @Operation(
            summary = "Say that the student did not come (the mentor)",
            description = "Once it has begun; the mentor earns all the same.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.not-over"})
    Answered<SlotView> noShow(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(meetings.missedByStudent(actor, id)));
    }

    @PostMapping("/slots/{id}/feedback")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say how a meeting was (one of the two)",
            description = "Once; giving it again is a conflict, so a retry does no harm.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.not-completed", "mentoring.feedback-given"})
    SlotFeedbackView feedback(Actor actor, @PathVariable SlotId id, @RequestBody @Valid FeedbackRequest request) {
        return meetings.giveFeedback(actor, id, request.rating(), request.comment());
    }

    @GetMapping(path = "/slots/{id}/invite.ics", produces = SlotInvite.MEDIA_TYPE)
    @Operation(
            summary = "A meeting of yours for a calendar (RFC 5545)",
            description = "Take it again after a change: the same event with a higher sequence number.")
    @ApiResponse(
            responseCode = "200",
            description = "The event.",
            content =
                    @Content(
                            mediaType = SlotInvite.MEDIA_TYPE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(SlotInvite.EXAMPLE)))
    @Refuses({"mentoring.slot-not-found", "mentoring.not-confirmed"})
    ResponseEntity<byte[]> invite(Actor actor, @PathVariable SlotId id) {
        var text = SlotInvite.of(meetings.invitation(actor, id), clock.instant());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, SlotInvite.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Why somebody cannot come. */
    record CancellationRequest(
            @NotBlank @Size(max = 500) @Schema(example = "I have fallen ill")
            String reason) {}

    /** How it was. */
    record FeedbackRequest(
            @Min(SlotFeedback.MIN_RATING) @Max(SlotFeedback.MAX_RATING) @Schema(example = "5")
            int rating,

            @Size(max = SlotFeedback.MAX_COMMENT) @Schema(example = "Now I know what a lock is.") @Nullable
            String comment) {}
}
