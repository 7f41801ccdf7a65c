// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.planner.domain.AutomationRun;
import dev.ashlar.planner.domain.AutomationRunId;
import dev.ashlar.planner.domain.RunProgress;
import java.time.Instant;

/**
 * A run of an automation job as its owner sees it.
 *
 * @param scheduledFor time of the tick, or of the request of a manual run
 * @param manual true if the owner asked for the run
 */
public record AutomationRunView(
        AutomationRunId id,
        Instant scheduledFor,
        boolean manual,
        @Flat RunProgress progress) {
    static AutomationRunView of(AutomationRun run) {
        return new AutomationRunView(run.id(), run.scheduledFor(), run.manual(), run.progress());
    }
}
