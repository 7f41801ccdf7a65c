// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Action of an automation job. */
public enum JobAction {
    /** Adds a todo to the owner's list. */
    CREATE_TODO,
    /** Adds an item to the owner's schedule. */
    ADD_SCHEDULE_ITEM,
    /** Sends a signed request to an HTTPS address. */
    CALL_WEBHOOK
}
