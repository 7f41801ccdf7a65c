// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.operations.web.JobController.JobList;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class JobExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        var job = new ScheduledJob(
                "wallet.reconcile",
                Instant.parse("2026-02-04T03:30:00Z"),
                false,
                null,
                Instant.parse("2026-02-03T03:30:01Z"),
                null,
                0);
        return List.of(job, new JobList(List.of(job)));
    }
}
