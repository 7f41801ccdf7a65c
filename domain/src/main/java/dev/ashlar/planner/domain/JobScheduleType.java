// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Form of the schedule of an automation job. */
public enum JobScheduleType {
    /** One tick at a time. */
    ONCE,
    /** Ticks at equal distances. */
    INTERVAL,
    /** Ticks by a cron expression, in local time. */
    CRON
}
