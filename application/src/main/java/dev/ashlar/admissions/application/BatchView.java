// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.Batch;
import dev.ashlar.admissions.domain.BatchPlan;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.kernel.Flat;

/**
 * Batch as it is read.
 *
 * @param capacity number of seats
 * @param enrolled number of enrollments, completed ones included
 * @param free number of seats that are neither taken nor offered
 */
public record BatchView(
        BatchId id,
        CourseId courseId,
        @Flat BatchPlan plan,
        int capacity,
        int enrolled,
        int free,
        BatchStatus status,
        int version) {
    /** Creates the view of a batch that was just stored; saves reading it back. */
    static BatchView of(Batch batch, int version) {
        return new BatchView(
                batch.id(),
                batch.courseId(),
                batch.plan(),
                batch.seats().capacity(),
                batch.seats().enrolledCount(),
                batch.seats().free(),
                batch.status(),
                version);
    }
}
