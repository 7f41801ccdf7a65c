// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

/**
 * Latest checks of a component that all failed or all succeeded. A check fails if the component is unhealthy. Other checks than
 * those of a streak open and close no incident, so that a component that flaps has one incident.
 *
 * @param component name of the component
 * @param failing true if all of them failed
 */
public record ComponentStreak(String component, boolean failing) {
    /** Number of checks in a row that open or close an incident. */
    public static final int LENGTH = 3;
}
