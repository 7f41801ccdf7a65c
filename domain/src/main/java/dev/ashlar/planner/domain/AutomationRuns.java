// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Runs of automation jobs. A job has one run for each tick, and at most one run that is open. */
public interface AutomationRuns {
    /** Stores a new run; returns false if the job has a run for that tick or an open one. */
    boolean insert(AutomationRun run);

    /** True if the job has a run that has not ended. */
    boolean isOpen(UserId owner, AutomationJobId job);

    /**
     * Claims up to {@code limit} open runs that are due, counts an attempt of each, and sets their lease. People take turns, so that many
     * runs of one delay only one run of another at most; each person's run that has been due for longest comes first. A run is claimed by
     * one caller at a time. Open runs are calls of webhooks, because every other action ends with its transaction.
     */
    List<WebhookCall> claim(Instant now, Instant leaseUntil, int limit);

    /** Stores the progress of a run if it is still open in the same attempt; returns false otherwise. */
    boolean settle(AutomationRun next, Instant now);

    /** Cancels the open run of a job, if there is one. */
    void cancel(UserId owner, AutomationJobId job, Instant now);

    /** Cancels all open runs of a person. */
    void cancelAll(UserId owner, Instant now);

    /** Deletes up to a number of ended runs of ticks before a time, and returns their number. */
    int deleteBefore(Instant bound, int limit);

    /** Deletes up to {@code limit} runs of a person for good; returns their number. */
    int erase(UserId owner, int limit);
}
