// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobState;
import java.time.Instant;

/**
 * An automation job as its owner sees it.
 *
 * @param version version for {@code If-Match}
 */
public record AutomationJobView(
        AutomationJobId id,
        @Flat JobPlan plan,
        @Flat JobState state,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static AutomationJobView of(AutomationJob job, int version) {
        return new AutomationJobView(job.id(), job.plan(), job.state(), job.createdAt(), job.updatedAt(), version);
    }
}
