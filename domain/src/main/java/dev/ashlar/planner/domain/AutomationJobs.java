// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Automation jobs of all people. Whatever changes a job or begins a run of it locks the job first. */
public interface AutomationJobs {
    /** Locks the number of a person's jobs until the transaction ends, and returns it. */
    int lockCount(UserId owner);

    void insert(AutomationJob job);

    /** Finds a live job and locks it. */
    Optional<AutomationJob> lock(UserId owner, AutomationJobId id);

    /** Finds a live job and locks it, unless it is not due any longer or another transaction has locked it. */
    Optional<AutomationJob> lockDue(UserId owner, AutomationJobId id, Instant now);

    /** Returns live jobs with a tick that is due and without a run that is open, longest due first. */
    List<DueJob> due(Instant now, int limit);

    /** Stores the next state of a job if it still has the version; returns false otherwise. */
    boolean update(AutomationJob next, int expectedVersion);

    /** Stores the state of a locked job after a tick or a run, which is no change by its owner. */
    void advance(AutomationJob next);

    /** Moves a job to the trash, paused if it was active. Returns false unless it still has the version. */
    boolean delete(UserId owner, AutomationJobId id, int expectedVersion, Instant now);

    /** Takes a job out of the trash; returns false if it is not there. */
    boolean restore(UserId owner, AutomationJobId id, Instant now);

    /** Deletes up to a number of jobs and their runs that have been in the trash since before a time; returns the number of jobs. */
    int purge(Instant deletedBefore, int limit);

    /** Pauses the active jobs of a person. */
    void pauseAll(UserId owner, Instant now);

    /** Deletes all jobs and runs of a person for good. */
    void erase(UserId owner);
}
