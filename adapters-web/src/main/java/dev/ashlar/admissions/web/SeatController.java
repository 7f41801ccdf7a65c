// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.EnrollmentService;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.EnrollmentId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Seats", description = "Take a seat in a batch, wait for one, and give it up.")
class SeatController {
    private final EnrollmentService enrollments;

    SeatController(EnrollmentService enrollments) {
        this.enrollments = enrollments;
    }

    @PostMapping("/applications/{id}/enroll")
    @Operation(
            summary = "Enroll an accepted applicant",
            description =
                    "Applicants, sales and administrators may do so. The application takes the seat that is offered, or a"
                            + " free one; free seats go to the waiting list first. If there is none, it stays accepted, or"
                            + " goes on the waiting list if waitIfFull is true.")
    @Refuses({
        "admissions.application-not-found",
        "admissions.batch-full",
        "admissions.batch-not-open",
        "admissions.illegal-transition"
    })
    Answered<ApplicationView> enrollApplicant(
            Actor actor, @PathVariable ApplicationId id, @RequestBody @Valid EnrollRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(enrollments.enroll(actor, id, request.waitIfFull())));
    }

    @PostMapping("/applications/{id}/waitlist")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Put an application on the waiting list",
            description =
                    "Applicants do so with their accepted applications; sales and administrators with those of others that"
                            + " are accepted or under review. The batch is open. Free seats are offered in the order of the list,"
                            + " for 48 hours each.")
    @Refuses({
        "admissions.application-not-found",
        "admissions.batch-not-open",
        "admissions.seat-offered",
        "admissions.illegal-transition"
    })
    Versioned<ApplicationView> waitlistApplication(Actor actor, @PathVariable ApplicationId id) {
        return VersionedApplication.of(enrollments.waitlist(actor, id));
    }

    @PostMapping("/applications/{id}/withdraw")
    @Operation(
            summary = "Withdraw an application",
            description = "You withdraw your own application. Its seat, taken or offered, goes to the waiting list.")
    @Refuses({"admissions.application-not-found", "admissions.illegal-transition"})
    Answered<ApplicationView> withdrawApplication(Actor actor, @PathVariable ApplicationId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(enrollments.withdraw(actor, id)));
    }

    @PostMapping("/enrollments/{id}/drop")
    @Operation(
            summary = "Drop an enrollment",
            description =
                    "Applicants, sales and administrators may do so while the enrollment is active. The application is"
                            + " withdrawn, and the seat goes to the waiting list.")
    @Refuses({"admissions.enrollment-not-found", "admissions.illegal-transition"})
    Answered<ApplicationView> dropEnrollment(
            Actor actor, @PathVariable EnrollmentId id, @RequestBody @Valid DropRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(enrollments.drop(actor, id, request.note())));
    }

    /**
     * Enrollment of an accepted applicant.
     *
     * @param waitIfFull true to wait for a seat when none is free
     */
    record EnrollRequest(@Schema(example = "true") boolean waitIfFull) {}

    /** Drop of an enrollment. */
    record DropRequest(
            @Size(min = 1, max = ApplicationEvent.MAX_NOTE) @Schema(example = "Moved to another city") @Nullable
            String note) {}
}
