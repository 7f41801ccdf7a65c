// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.operations.application.JobService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/jobs")
@Tag(name = "Operations", description = "Internal state of the application. Only administrators may use it.")
class JobController {
    private final JobService jobs;

    JobController(JobService jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(
            summary = "List jobs",
            description =
                    "All jobs by name, with the times of their last and next runs. The list has no pages, because the"
                            + " application defines the jobs.")
    @Refuses("auth.forbidden")
    JobList listJobs(Actor actor) {
        return new JobList(jobs.list(actor));
    }

    @PostMapping("/{name}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Run a job now",
            description = "An instance starts the job within seconds. Its usual runs follow as scheduled.")
    @Refuses({"auth.forbidden", "request.not-found", "request.conflict"})
    ScheduledJob runJob(
            Actor actor,
            @PathVariable @Parameter(description = "Name of the job, as in wallet.reconcile.") String name) {
        return jobs.runNow(actor, name);
    }

    /**
     * Jobs of the application.
     *
     * @param items all of them, by name
     */
    record JobList(List<ScheduledJob> items) {}
}
