// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.ReviewService;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications/{id}")
@Tag(name = "Reviews", description = "Reviews of applications by sales and administrators, except own ones.")
class ReviewController {
    private final ReviewService reviews;

    ReviewController(ReviewService reviews) {
        this.reviews = reviews;
    }

    @PostMapping("/review")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Begin the review of an application",
            description = "Only sales and administrators may do so, and not for own applications.")
    @Refuses({
        "auth.forbidden",
        "admissions.own-application",
        "admissions.application-not-found",
        "admissions.illegal-transition"
    })
    Versioned<ApplicationView> beginReview(Actor actor, @PathVariable ApplicationId id) {
        return VersionedApplication.of(reviews.begin(actor, id));
    }

    @PostMapping("/accept")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Accept an application",
            description =
                    "Only sales and administrators may do so, and not for own applications. The applicant may take a seat"
                            + " then. An application on the waiting list is accepted by the offer of a seat only.")
    @Refuses({
        "auth.forbidden",
        "admissions.own-application",
        "admissions.application-not-found",
        "admissions.illegal-transition"
    })
    Versioned<ApplicationView> acceptApplication(
            Actor actor, @PathVariable ApplicationId id, @RequestBody @Valid AcceptRequest request) {
        return VersionedApplication.of(reviews.accept(actor, id, request.note()));
    }

    @PostMapping("/reject")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Reject an application",
            description =
                    "Only sales and administrators may do so, and not for own applications. The application is under review"
                            + " or on the waiting list; its pending discount request ends.")
    @Refuses({
        "auth.forbidden",
        "admissions.own-application",
        "admissions.application-not-found",
        "admissions.illegal-transition"
    })
    Versioned<ApplicationView> rejectApplication(
            Actor actor, @PathVariable ApplicationId id, @RequestBody @Valid RejectRequest request) {
        return VersionedApplication.of(reviews.reject(actor, id, request.note()));
    }

    /** Acceptance of an application. */
    record AcceptRequest(
            @Size(min = 1, max = ApplicationEvent.MAX_NOTE) @Schema(example = "Strong references") @Nullable
            String note) {}

    /** Rejection of an application. */
    record RejectRequest(
            @NotBlank @Size(max = ApplicationEvent.MAX_NOTE) @Schema(example = "The degree is missing")
            String note) {}
}
