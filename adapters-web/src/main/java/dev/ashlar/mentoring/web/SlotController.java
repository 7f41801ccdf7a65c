package dev.ashlar.mentoring.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Answered;
import dev.ashlar.kernel.web.ETags;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.BookingService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.application.SlotTransitionView;
import dev.ashlar.mentoring.application.SlotView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@Tag(name = "Slots", description = "From an open slot to a confirmed meeting.")
class SlotController {
    private final SlotService slots;
    private final BookingService bookings;

    SlotController(SlotService slots, BookingService bookings) {
        this.slots = slots;
        this.bookings = bookings;
    }

    @GetMapping
    @Operation(summary = "A slot of yours", description = "For its mentor, its student and administrators.")
    @Refuses("mentoring.slot-not-found")
    ResponseEntity<SlotView> slot(Actor actor, @PathVariable SlotId id) {
        var slot = slots.slot(actor, id);
        return ETags.ok(slot.version(), slot);
    }

    @GetMapping("/history")
    @Operation(summary = "What was done with a slot of yours, oldest first")
    @Refuses({"mentoring.slot-not-found", "request.invalid-cursor"})
    Listing<SlotTransitionView> history(Actor actor, @PathVariable SlotId id, PageRequest page) {
        return Listing.of(slots.history(actor, id, page));
    }

    @PostMapping("/request")
    @Operation(
            summary = "Ask for an open slot",
            description = "The price is held until the mentor answers, for two days or until the start at most.")
    @Refuses({
        "mentoring.slot-not-found",
        "mentoring.slot-taken",
        "mentoring.own-slot",
        "mentoring.notice-too-short",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy",
        "wallet.not-found",
        "wallet.insufficient-tokens"
    })
    Answered<SlotView> request(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.request(actor, id)));
    }

    @PostMapping("/book")
    @Operation(
            summary = "Book an open slot without asking",
            description = "The price is spent at once. Only where the mentor allows it.")
    @Refuses({
        "mentoring.slot-not-found",
        "mentoring.slot-taken",
        "mentoring.own-slot",
        "mentoring.notice-too-short",
        "mentoring.request-needed",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy",
        "wallet.not-found",
        "wallet.insufficient-tokens"
    })
    Answered<SlotView> book(Actor actor, @PathVariable SlotId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.book(actor, id)));
    }

    @PostMapping("/review")
    @Operation(summary = "Take a request up (the mentor)", description = "It says that somebody is looking into it.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.request-expired"
    })
    SlotView review(Actor actor, @PathVariable SlotId id) {
        return bookings.review(actor, id);
    }

    @PostMapping("/confirm")
    @Operation(summary = "Accept a request under review (the mentor)", description = "What was held is spent.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition", "mentoring.request-expired"
    })
    Answered<SlotView> confirm(
            Actor actor, @PathVariable SlotId id, @RequestBody @Valid ConfirmationRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.confirm(actor, id, request.meetingUrl())));
    }

    @PostMapping("/reject")
    @Operation(summary = "Refuse a request (the mentor)", description = "What was held is given back.")
    @Refuses({"auth.forbidden", "mentoring.slot-not-found", "mentoring.illegal-transition"})
    Answered<SlotView> reject(
            Actor actor, @PathVariable SlotId id, @RequestBody @Valid RejectionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(bookings.reject(actor, id, request.reason())));
    }

    @PostMapping("/reschedule")
    @Operation(
            summary = "Move a confirmed meeting to another open slot of the same mentor (the student)",
            description = "The meeting keeps its id and gets the other slot's time; its own time is open again. Asking"
                    + " again finds the other slot gone, so a retry does no harm.")
    @Refuses({
        "auth.forbidden",
        "mentoring.slot-not-found",
        "mentoring.not-confirmed",
        "mentoring.slot-taken",
        "mentoring.other-mentor",
        "mentoring.cutoff-passed",
        "mentoring.notice-too-short",
        "mentoring.mentor-inactive",
        "mentoring.student-busy",
        "mentoring.person-busy"
    })
    SlotView reschedule(Actor actor, @PathVariable SlotId id, @RequestBody @Valid MoveRequest request) {
        return bookings.reschedule(actor, id, request.slotId());
    }

    /** Where to meet; the mentor's usual place, if absent. */
    record ConfirmationRequest(
            @Size(max = 500) @Schema(example = "https://meet.example/42") @Nullable
            String meetingUrl) {}

    /** Why not. */
    record RejectionRequest(
            @Size(min = 1, max = 500) @Schema(example = "I am away that week") @Nullable
            String reason) {}

    /** Where to move a meeting. */
    record MoveRequest(@NotNull SlotId slotId) {}
}
