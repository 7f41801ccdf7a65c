// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

/** Kind of a thing that deleting puts into the trash. */
public enum TrashKind {
    /** Restored by {@code POST /todos/{id}/restore}. */
    TODO,
    /** Restored by {@code POST /schedule-items/{id}/restore}. */
    SCHEDULE_ITEM,
    /** Restored by {@code POST /projects/{id}/restore}. */
    PROJECT,
    /** Restored by {@code POST /automation-jobs/{id}/restore}. */
    AUTOMATION_JOB
}
