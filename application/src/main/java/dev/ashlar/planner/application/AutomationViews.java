// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of automation jobs and their runs. */
public interface AutomationViews {
    /**
     * Returns a person's jobs before the given key, newest first.
     *
     * @param status status of the jobs; null for all
     */
    List<AutomationJobView> jobs(UserId owner, @Nullable AutomationJobStatus status, @Nullable UUID after, int limit);

    Optional<AutomationJobView> job(UserId owner, AutomationJobId id);

    /** Returns the runs of a job before the given time, newest first. No two of them have one time. */
    List<AutomationRunView> runs(UserId owner, AutomationJobId job, @Nullable Instant after, int limit);
}
