// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.ApplicationDetails;
import dev.ashlar.admissions.application.ApplicationEventView;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
@Tag(
        name = "Applications",
        description = "Apply for courses. Sales and administrators see the applications of all users.")
class ApplicationController {
    private final AdmissionService admissions;

    ApplicationController(AdmissionService admissions) {
        this.admissions = admissions;
    }

    @GetMapping
    @Operation(
            summary = "List applications",
            description = "The newest application comes first. Sales and administrators see those of all users."
                    + " count=true adds the total.")
    @Refuses("request.invalid-cursor")
    Listing<ApplicationView> listApplications(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Batch of the applications.") @Nullable
                    BatchId batchId,
            @RequestParam(required = false) @Parameter(description = "Status of the applications.") @Nullable
                    ApplicationStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(
                admissions.list(actor, batchId, status, page), count, () -> admissions.count(actor, batchId, status));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create an application",
            description =
                    "It is a draft at the current price of the course. You can have one application for a course at"
                            + " a time.")
    @Refuses({
        "admissions.course-not-found",
        "admissions.batch-not-found",
        "admissions.batch-not-open",
        "admissions.college-not-found",
        "admissions.application-exists",
        "admissions.applications-exceeded"
    })
    Versioned<ApplicationView> createApplication(Actor actor, @RequestBody @Valid ApplicationRequest request) {
        var application = admissions.create(actor, request.choice());
        return Versioned.created(
                "/api/v1/applications/" + application.id().value(), application.version(), application);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an application",
            description = "Its applicant, sales and administrators may do so. The answer includes the place on the"
                    + " waiting list. The ETag is the version for an edit.")
    @Refuses("admissions.application-not-found")
    Versioned<ApplicationDetails> getApplication(Actor actor, @PathVariable ApplicationId id) {
        var details = admissions.get(actor, id);
        return Versioned.okByContent(details.application().version(), details);
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update an application",
            description =
                    "Absent fields keep their values, null clears the college, and the batch of a draft. Another batch"
                            + " ends a pending discount request; an applicant who waits goes to the end of its waiting list.")
    @Refuses({
        "admissions.application-not-found",
        "request.stale-version",
        "admissions.application-closed",
        "admissions.seat-offered",
        "admissions.batch-not-found",
        "admissions.batch-not-open",
        "admissions.college-not-found"
    })
    Versioned<ApplicationView> updateApplication(
            Actor actor,
            @PathVariable ApplicationId id,
            IfMatch ifMatch,
            @RequestBody @Valid EditApplicationRequest request) {
        int version =
                ifMatch.version(() -> admissions.get(actor, id).application().version());
        return VersionedApplication.of(admissions.edit(actor, id, version, request.edit()));
    }

    @PostMapping("/{id}/submit")
    @Retry(RetryEffect.REFUSED)
    @Operation(summary = "Submit an application", description = "The draft must name a batch that is planned or open.")
    @Refuses({
        "admissions.application-not-found",
        "admissions.batch-missing",
        "admissions.batch-not-open",
        "admissions.illegal-transition"
    })
    Versioned<ApplicationView> submitApplication(Actor actor, @PathVariable ApplicationId id) {
        return VersionedApplication.of(admissions.submit(actor, id));
    }

    @GetMapping("/{id}/events")
    @Operation(
            summary = "List status changes of an application",
            description = "Its applicant, sales and administrators may do so. The oldest change comes first.")
    @Refuses({"admissions.application-not-found", "request.invalid-cursor"})
    Listing<ApplicationEventView> listApplicationEvents(Actor actor, @PathVariable ApplicationId id, PageRequest page) {
        return Listing.of(admissions.events(actor, id, page));
    }

    /**
     * Application to create.
     *
     * @param batchId batch of the course; may be chosen later, before the submission
     */
    record ApplicationRequest(
            @NotNull CourseId courseId,
            @Nullable BatchId batchId,
            @Nullable CollegeId collegeId) {
        Choice choice() {
            return new Choice(courseId, batchId, collegeId);
        }
    }

    /** Edit of an application. */
    record EditApplicationRequest(Change<BatchId> batchId, Change<CollegeId> collegeId) {
        ApplicationEdit edit() {
            return new ApplicationEdit(batchId, collegeId);
        }
    }
}
