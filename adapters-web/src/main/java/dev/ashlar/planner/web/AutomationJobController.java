// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.AutomationJobService;
import dev.ashlar.planner.application.AutomationJobView;
import dev.ashlar.planner.application.AutomationRunService;
import dev.ashlar.planner.application.AutomationRunView;
import dev.ashlar.planner.application.AutomationWorkflow;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@RequestMapping("/api/v1/automation-jobs")
@Tag(name = "Automation jobs", description = "Actions of yours that run on a schedule.")
class AutomationJobController {
    private final AutomationJobService jobs;
    private final AutomationRunService runs;
    private final AutomationWorkflow workflow;

    AutomationJobController(AutomationJobService jobs, AutomationRunService runs, AutomationWorkflow workflow) {
        this.jobs = jobs;
        this.runs = runs;
        this.workflow = workflow;
    }

    @GetMapping
    @Operation(summary = "List your automation jobs", description = "The newest job comes first.")
    Listing<AutomationJobView> listAutomationJobs(
            Actor actor,
            @RequestParam @Parameter(description = "Status of the jobs.") @Nullable AutomationJobStatus status,
            PageRequest page) {
        return Listing.of(jobs.list(actor, status, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Create an automation job",
            description = "The job is active and waits for the first tick of its schedule. You may have 50 jobs.")
    @Refuses({"planner.automation-jobs-exceeded", "planner.schedule-ended"})
    Versioned<AutomationJobView> createAutomationJob(Actor actor, @RequestBody @Valid AutomationJobRequest request) {
        var job = jobs.create(actor, request.plan());
        return Versioned.created("/api/v1/automation-jobs/" + job.id().value(), job.version(), job);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an automation job",
            description = "The ETag is the version for an edit. Ticks change the state, but not the version.")
    @Refuses("planner.automation-job-not-found")
    Versioned<AutomationJobView> getAutomationJob(Actor actor, @PathVariable AutomationJobId id) {
        var job = jobs.get(actor, id);
        return Versioned.okByContent(job.version(), job);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Update an automation job",
            description = "The request replaces name, schedule and action. An active job waits for the next tick of the"
                    + " new schedule; the status of any other job stays.")
    @Refuses({"planner.automation-job-not-found", "planner.schedule-ended"})
    Versioned<AutomationJobView> updateAutomationJob(
            Actor actor,
            @PathVariable AutomationJobId id,
            IfMatch ifMatch,
            @RequestBody @Valid AutomationJobRequest request) {
        int version = ifMatch.version(() -> jobs.get(actor, id).version());
        return answer(jobs.edit(actor, id, version, request.plan()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an automation job",
            description = "The job goes to the trash, paused if it was active, and its open run is cancelled.")
    @Refuses("planner.automation-job-not-found")
    void deleteAutomationJob(Actor actor, @PathVariable AutomationJobId id, IfMatch ifMatch) {
        jobs.delete(actor, id, ifMatch.version(() -> jobs.get(actor, id).version()));
    }

    @PostMapping("/{id}/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Restore an automation job",
            description = "The job leaves the trash. One that was active is paused until it is resumed.")
    @Refuses({"planner.automation-job-not-found", "planner.automation-jobs-exceeded"})
    Versioned<AutomationJobView> restoreAutomationJob(Actor actor, @PathVariable AutomationJobId id) {
        return answer(jobs.restore(actor, id));
    }

    @PostMapping("/{id}/pause")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Pause an automation job",
            description = "Its ticks pass without a run until it is resumed. A run that has begun goes on.")
    @Refuses({"planner.automation-job-not-found", "planner.illegal-transition"})
    Versioned<AutomationJobView> pauseAutomationJob(Actor actor, @PathVariable AutomationJobId id) {
        return answer(jobs.pause(actor, id));
    }

    @PostMapping("/{id}/resume")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Resume an automation job",
            description = "A paused, failed or finished job becomes active and waits for the next tick. Ticks that have"
                    + " passed meanwhile are not run.")
    @Refuses({"planner.automation-job-not-found", "planner.illegal-transition", "planner.schedule-ended"})
    Versioned<AutomationJobView> resumeAutomationJob(Actor actor, @PathVariable AutomationJobId id) {
        return answer(jobs.resume(actor, id));
    }

    @PostMapping("/{id}/run-now")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Run an automation job now",
            description = "The run is made whatever the status of the job, and its ticks stay as they are. A webhook is"
                    + " called within seconds; list the runs for its outcome. One run of a job is open at a time.")
    @Refuses({"planner.automation-job-not-found", "planner.run-open"})
    AutomationRunView runAutomationJob(Actor actor, @PathVariable AutomationJobId id) {
        return runs.runNow(actor, id);
    }

    @GetMapping("/{id}/runs")
    @Operation(
            summary = "List runs of an automation job",
            description = "The newest run comes first. Runs are kept for 30 days.")
    @Refuses({"planner.automation-job-not-found", "request.invalid-cursor"})
    Listing<AutomationRunView> listAutomationRuns(Actor actor, @PathVariable AutomationJobId id, PageRequest page) {
        return Listing.of(jobs.runs(actor, id, page));
    }

    @GetMapping("/{id}/signing-key")
    @Operation(
            summary = "Get the signing key of an automation job",
            description = "The receiver of the job's calls checks their signature with this key, as Standard Webhooks"
                    + " describes it: webhook-signature is v1 and the Base64 of HMAC-SHA256 over webhook-id,"
                    + " webhook-timestamp and body. A retried call has the same webhook-id.")
    @Refuses("planner.automation-job-not-found")
    SigningKeyResponse getSigningKey(Actor actor, @PathVariable AutomationJobId id) {
        return new SigningKeyResponse(workflow.signingKey(actor, id));
    }

    private static Versioned<AutomationJobView> answer(AutomationJobView job) {
        return Versioned.ok(job.version(), job);
    }

    /** Signing key in the form that libraries for receivers take. */
    record SigningKeyResponse(
            @Schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwkT6bZ0F5q1U=")
            String key) {}
}
