// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Fields;

/**
 * Seats of a batch.
 *
 * @param enrolledCount number of enrollments, completed ones included
 * @param offeredCount number of seats that are reserved for applicants of the waiting list
 */
public record Seats(int capacity, int enrolledCount, int offeredCount) {
    /** Maximum number of seats of one batch. */
    public static final int MAX = 10_000;

    public Seats {
        Fields.within("/capacity", capacity, 1, MAX);
        int taken = enrolledCount + offeredCount;
        if (capacity < taken) {
            throw AdmissionsProblem.CAPACITY_TAKEN
                    .because(enrolledCount + " applicants are enrolled and " + offeredCount
                            + " seats are offered. Set the capacity to at least " + taken + ".")
                    .at("/capacity", "must be at least " + taken);
        }
    }

    /** Returns the number of seats that are neither taken nor offered. */
    public int free() {
        return capacity - enrolledCount - offeredCount;
    }
}
