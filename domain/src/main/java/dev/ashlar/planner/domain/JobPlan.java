// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;

/** The part of an automation job that its owner edits. */
public record JobPlan(
        String name, JobSchedule schedule, MissedTicks missedTicks, JobAction action, JobPayload payload) {
    public static final int MAX_NAME = 100;

    public JobPlan {
        name = Fields.name("/name", name, MAX_NAME);
        payload.requireFor(action);
    }
}
