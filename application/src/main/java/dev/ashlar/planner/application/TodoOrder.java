// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

/** Order of a list of todos. */
public enum TodoOrder {
    /** In the places that their owner has given them. */
    PLACE,
    /** The earliest due date first, and todos without one last. */
    DUE
}
