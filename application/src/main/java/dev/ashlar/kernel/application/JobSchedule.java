// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stored schedule of all jobs. The scheduler adds and changes it. */
public interface JobSchedule {
    /** Returns up to {@code limit} jobs, by name. */
    List<ScheduledJob> jobs(int limit);

    Optional<ScheduledJob> find(String name);

    /** Returns the names of up to {@code limit} jobs whose last runs failed, at least this number of times in a row. */
    List<String> failing(int failures, int limit);

    /** Makes a job due at a time; false if it is running, or there is no such job. */
    boolean makeDue(String name, Instant at);
}
