// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.wallet.application.AllotmentService;
import dev.ashlar.wallet.application.AllotmentView;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.LedgerEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/v1/wallet/allotment-requests")
@Tag(name = "Token allotments", description = "Requests for free tokens and their decisions.")
class AllotmentController {
    private final AllotmentService allotments;

    AllotmentController(AllotmentService allotments) {
        this.allotments = allotments;
    }

    @GetMapping
    @Operation(
            summary = "List allotment requests",
            description =
                    "The newest request comes first. Administrators see all requests, other users their own. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<AllotmentView> listAllotmentRequests(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the requests.") @Nullable
                    AllotmentStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        var requests = allotments.list(actor, status, page);
        return Listing.of(requests, count, () -> allotments.countRequests(actor, status));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Request tokens",
            description = "You request them for yourself; sales and administrators may request them for another user."
                    + " A user has one pending request at a time.")
    @Refuses({"auth.forbidden", "wallet.wallet-not-found", "wallet.allotment-pending"})
    AllotmentView requestTokens(Actor actor, @RequestBody @Valid AskRequest request) {
        var owner = request.userId() == null ? actor.userId() : request.userId();
        return allotments.request(actor, owner, request.tokens(), request.reason());
    }

    @PostMapping("/{id}/approve")
    @Operation(
            summary = "Approve an allotment request",
            description = "Only administrators may do so, except for requests by or for themselves.")
    @Refuses({"auth.forbidden", "wallet.own-allotment", "wallet.allotment-not-found", "wallet.illegal-transition"})
    Answered<AllotmentView> approveAllotmentRequest(
            Actor actor, @PathVariable AllotmentRequestId id, @RequestBody @Valid DecisionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(allotments.approve(actor, id, request.note())));
    }

    @PostMapping("/{id}/reject")
    @Operation(
            summary = "Reject an allotment request",
            description = "Only administrators may do so, except for requests by or for themselves.")
    @Refuses({"auth.forbidden", "wallet.own-allotment", "wallet.allotment-not-found", "wallet.illegal-transition"})
    Answered<AllotmentView> rejectAllotmentRequest(
            Actor actor, @PathVariable AllotmentRequestId id, @RequestBody @Valid DecisionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(allotments.reject(actor, id, request.note())));
    }

    /**
     * Request for tokens.
     *
     * @param userId the user who gets the tokens; the caller if absent
     */
    record AskRequest(
            @Nullable UserId userId,

            @Min(1) @Max(AllotmentRequest.MAX_TOKENS) @Schema(example = "50")
            long tokens,

            @NotBlank @Size(max = LedgerEntry.MAX_REASON) @Schema(example = "To get to know a mentor")
            String reason) {}

    /** Decision of an administrator. */
    record DecisionRequest(
            @Size(min = 1, max = AllotmentRequest.MAX_NOTE) @Schema(example = "As agreed on the phone") @Nullable
            String note) {}
}
