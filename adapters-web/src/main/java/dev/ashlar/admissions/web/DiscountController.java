// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.application.DiscountRequestView;
import dev.ashlar.admissions.application.DiscountService;
import dev.ashlar.admissions.domain.DiscountRequest;
import dev.ashlar.admissions.domain.DiscountRequestId;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
@RequestMapping("/api/v1")
@Tag(name = "Discounts", description = "Requests for lower prices and their decisions.")
class DiscountController {
    private final DiscountService discounts;

    DiscountController(DiscountService discounts) {
        this.discounts = discounts;
    }

    @GetMapping("/discount-requests")
    @Operation(
            summary = "List discount requests",
            description =
                    "The newest request comes first. Sales and administrators see those of all applications, other users those"
                            + " of their own. count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<DiscountRequestView> listDiscountRequests(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the requests.") @Nullable
                    DiscountStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(discounts.list(actor, status, page), count, () -> discounts.count(actor, status));
    }

    @PostMapping("/applications/{id}/discount-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Request a discount",
            description =
                    "Applicants, sales and administrators may do so until the enrollment. An application has one pending"
                            + " request at a time. A new request may follow a rejection.")
    @Refuses({
        "admissions.application-not-found",
        "admissions.application-closed",
        "admissions.batch-missing",
        "admissions.currency-mismatch",
        "admissions.price-too-high",
        "admissions.discount-approved",
        "admissions.discount-pending",
        "admissions.discounts-exceeded"
    })
    DiscountRequestView requestDiscount(
            Actor actor, @PathVariable ApplicationId id, @RequestBody @Valid DiscountBody request) {
        return discounts.request(actor, id, request.requestedPrice());
    }

    @PostMapping("/discount-requests/{id}/approve")
    @Operation(
            summary = "Approve a discount request",
            description =
                    "Only administrators may do so, except for requests by or for themselves. The final amount of the"
                            + " application becomes the approved price, which is the requested one unless another is given.")
    @Refuses({
        "auth.forbidden",
        "admissions.own-discount",
        "admissions.discount-not-found",
        "admissions.currency-mismatch",
        "admissions.price-too-high",
        "admissions.illegal-transition"
    })
    Answered<DiscountRequestView> approveDiscountRequest(
            Actor actor, @PathVariable DiscountRequestId id, @RequestBody @Valid ApproveRequest request, Once once) {
        return once.answer(
                actor, () -> ResponseEntity.ok(discounts.approve(actor, id, request.price(), request.note())));
    }

    @PostMapping("/discount-requests/{id}/reject")
    @Operation(
            summary = "Reject a discount request",
            description = "Only administrators may do so, except for requests by or for themselves.")
    @Refuses({
        "auth.forbidden",
        "admissions.own-discount",
        "admissions.discount-not-found",
        "admissions.illegal-transition"
    })
    Answered<DiscountRequestView> rejectDiscountRequest(
            Actor actor,
            @PathVariable DiscountRequestId id,
            @RequestBody @Valid RejectDiscountRequest request,
            Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(discounts.reject(actor, id, request.note())));
    }

    /**
     * Request for a lower price.
     *
     * @param requestedPrice price below the list price, in its currency
     */
    record DiscountBody(@NotNull Money requestedPrice) {}

    /**
     * Approval of a discount.
     *
     * @param price approved price; the requested one if absent
     */
    record ApproveRequest(
            @Nullable Money price,

            @Size(min = 1, max = DiscountRequest.MAX_NOTE) @Schema(example = "Scholarship of the college") @Nullable
            String note) {}

    /** Rejection of a discount. */
    record RejectDiscountRequest(
            @NotBlank @Size(max = DiscountRequest.MAX_NOTE) @Schema(example = "The scholarships of this year are spent")
            String note) {}
}
