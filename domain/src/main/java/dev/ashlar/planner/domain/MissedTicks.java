// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Policy for ticks that pass while nothing can run them. */
public enum MissedTicks {
    /** All ticks missed in a row are run once, late. */
    RUN_ONCE,
    /** Missed ticks are recorded and not run. */
    SKIP
}
