// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Part of a schedule that a calendar feed shows. */
public enum CalendarScope {
    /** Schedule items and meetings. */
    ALL,
    /** Schedule items that the owner has made. */
    ITEMS,
    /** Meetings with mentors or students. */
    MEETINGS
}
