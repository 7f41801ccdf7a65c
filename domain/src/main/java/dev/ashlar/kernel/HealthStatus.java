// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/** Health of something that Ashlar depends on, in the order of its severity. */
// waive declared-lifecycle: a status that is measured may follow each other one
public enum HealthStatus {
    /** It works. */
    HEALTHY,
    /** It works in part, or slowly. */
    DEGRADED,
    /** It does not work. */
    UNHEALTHY;

    /** Returns the more severe one of two. */
    public HealthStatus worse(HealthStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
