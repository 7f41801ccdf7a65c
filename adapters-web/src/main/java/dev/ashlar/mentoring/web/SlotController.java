// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotTransitionView;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.domain.Booking;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.MentorTerms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/slots/{id}")
@Tag(name = "Slots", description = "Slots, from an open slot to a confirmed meeting.")
class SlotController {
    private static final String EXPECTATIONS =
            " Send the terms that the student has seen, so that changed ones are refused.";

    private final SlotService slots;
    private final BookingService bookings;

    SlotController(SlotService slots, BookingService bookings) {
        this.slots = slots;
        this.bookings = bookings;
    }

    @GetMapping
    @Operation(summary = "Get a slot", description = "The mentor, the student and administrators may read it.")
    @Refuses("mentoring.slot-not-found")
    Versioned<SlotView> getSlot(Actor actor, @PathVariable SlotId id) {
        var slot = slots.get(actor, id);
        return Versioned.ok(slot.version(), slot);
    }

    @GetMapping("/history")
    @Operation(
            summary = "List transitions of a slot",
            description =
                    "The oldest transition comes first. The mentor, the student and administrators may read them.")
    @Refuses({"mentoring.slot-not-found", "request.invalid-cursor"})
    Listing<SlotTransitionView> listSlotTransitions(Actor actor, @PathVariable SlotId id, PageRequest page) {
        return Listing.of(slots.history(actor, id, page));
    }

    @PostMapping("/request")
    @Operation(
            summary = "Request an open slot",
            description =
                    "The price is held until the mentor decides. The request expires after two days, or at the start"
                            + " of the slot if that is earlier." + EXPECTATIONS)
    @Refuses({
        "mentoring.slot-not-found",
        "mentoring.slot-taken",
        "mentoring.terms-changed",
        "mentoring.requests-exceeded",
        "mentoring.own-slot",
        "mentoring.notice-too-short",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy",
        "wallet.wallet-not-found",
        "wallet.tokens-insufficient"
    })
    Answered<SlotView> requestSlot(
            Actor actor,
            @PathVariable SlotId id,
            @RequestBody(required = false) @Valid @Nullable BookingRequest request,
            Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.request(actor, id, BookingRequest.terms(request))));
    }

    @PostMapping("/book")
    @Operation(
            summary = "Book an open slot",
            description = "The meeting is confirmed and the price spent at once, if the mentor allows direct booking."
                    + EXPECTATIONS)
    @Refuses({
        "mentoring.slot-not-found",
        "mentoring.slot-taken",
        "mentoring.terms-changed",
        "mentoring.requests-exceeded",
        "mentoring.own-slot",
        "mentoring.notice-too-short",
        "mentoring.request-required",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy",
        "wallet.wallet-not-found",
        "wallet.tokens-insufficient"
    })
    Answered<SlotView> bookSlot(
            Actor actor,
            @PathVariable SlotId id,
            @RequestBody(required = false) @Valid @Nullable BookingRequest request,
            Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.book(actor, id, BookingRequest.terms(request))));
    }

    @PostMapping("/review")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Review a request",
            description =
                    "The mentor or an administrator may do so. The student sees that the request is under review.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.request-expired"
    })
    SlotView reviewRequest(Actor actor, @PathVariable SlotId id) {
        return bookings.review(actor, id);
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "Confirm a request under review",
            description = "The mentor or an administrator may do so. The held tokens are spent.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.request-expired"
    })
    Answered<SlotView> confirmRequest(
            Actor actor, @PathVariable SlotId id, @RequestBody @Valid ConfirmationRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.confirm(actor, id, request.meetingUrl())));
    }

    @PostMapping("/reject")
    @Operation(
            summary = "Reject a request",
            description = "The mentor or an administrator may do so. The held tokens are released.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    Answered<SlotView> rejectRequest(
            Actor actor, @PathVariable SlotId id, @RequestBody @Valid RejectionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.reject(actor, id, request.reason())));
    }

    @PostMapping("/withdraw")
    @Operation(
            summary = "Withdraw a request",
            description = "The student or an administrator may do so until the mentor has decided. The held tokens are"
                    + " released, and the time is open again under a new slot.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    Answered<SlotView> withdrawRequest(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.withdrawRequest(actor, id)));
    }

    @PostMapping("/reschedule")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Reschedule a confirmed meeting",
            description = "The student or an administrator may move it to another open slot of its mentor. The meeting"
                    + " keeps its id, takes the time of the other slot, and leaves its own time open. The"
                    + " other slot is removed.")
    @Refuses({
        "auth.forbidden",
        "mentoring.slot-not-found",
        "mentoring.illegal-transition",
        "mentoring.slot-taken",
        "mentoring.mentor-different",
        "mentoring.cutoff-passed",
        "mentoring.notice-too-short",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy"
    })
    SlotView rescheduleMeeting(Actor actor, @PathVariable SlotId id, @RequestBody @Valid MoveRequest request) {
        return bookings.reschedule(actor, id, request.slotId());
    }

    /** Terms of the mentor that the student has seen; an absent one may be any. */
    record BookingRequest(
            @Min(0) @Max(MentorTerms.MAX_PRICE) @Schema(example = "20") @Nullable
            Long expectedTokenPrice,

            @Min(0) @Max(MentorTerms.MAX_PRICE) @Schema(example = "5") @Nullable
            Long expectedPenaltyTokens,

            @Min(0) @Max(MentorTerms.MAX_LEAD_MINUTES) @Schema(example = "1440") @Nullable
            Integer expectedCancelCutoffMinutes) {
        static ExpectedTerms terms(@Nullable BookingRequest request) {
            return request == null
                    ? ExpectedTerms.ANY
                    : new ExpectedTerms(
                            request.expectedTokenPrice,
                            request.expectedPenaltyTokens,
                            request.expectedCancelCutoffMinutes);
        }
    }

    /** Place of the meeting; the mentor's usual place if absent. */
    record ConfirmationRequest(
            @Size(max = MentorProfile.MAX_MEETING_URL) @Schema(example = "https://meet.example/42") @Nullable
            String meetingUrl) {}

    /** Reason of a rejection. */
    record RejectionRequest(
            @Size(min = 1, max = Booking.MAX_REASON) @Schema(example = "I am away that week") @Nullable
            String reason) {}

    /** Target of a meeting that is moved. */
    record MoveRequest(@NotNull SlotId slotId) {}
}
