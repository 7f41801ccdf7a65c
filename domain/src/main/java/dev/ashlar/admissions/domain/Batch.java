// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import java.time.Instant;

/**
 * Batch of a course: people who take the course together.
 *
 * @param version number of edits; enrollments do not change it
 */
public record Batch(
        BatchId id,
        CourseId courseId,
        BatchPlan plan,
        Seats seats,
        BatchStatus status,
        Instant createdAt,
        int version) {

    /** Creates a planned batch without enrollments. */
    public static Batch of(BatchId id, CourseId courseId, BatchPlan plan, int capacity, Instant at) {
        return new Batch(id, courseId, plan, new Seats(capacity, 0, 0), BatchStatus.LIFECYCLE.start(), at, 0);
    }

    /** Returns this batch after an edit. */
    public Batch with(BatchEdit edit) {
        var next = Edits.required("/status", edit.status(), status);
        if (next != status) {
            requireTransition(next);
        }
        var dates = new BatchPlan(
                plan.code(),
                Edits.required("/startsOn", edit.startsOn(), plan.startsOn()),
                Edits.required("/endsOn", edit.endsOn(), plan.endsOn()));
        var capacity = Edits.required("/capacity", edit.capacity(), seats.capacity());
        var resized = new Seats(capacity, seats.enrolledCount(), seats.offeredCount());
        return new Batch(id, courseId, dates, resized, next, createdAt, version);
    }

    private void requireTransition(BatchStatus next) {
        BatchStatus.LIFECYCLE.require(status, next, AdmissionsProblem.ILLEGAL_TRANSITION, "Batch " + plan.code());
        boolean isOver = next == BatchStatus.COMPLETED || next == BatchStatus.CANCELLED;
        int enrolled = next == BatchStatus.CANCELLED ? seats.enrolledCount() : 0;
        if (isOver && enrolled + seats.offeredCount() > 0) {
            throw AdmissionsProblem.BATCH_OCCUPIED.because("Batch " + plan.code() + " has " + seats.enrolledCount()
                    + " enrolled applicants and " + seats.offeredCount()
                    + " offered seats. Drop the enrollments, and wait until the offers have ended.");
        }
    }

    /** Returns true if applications may name the batch. */
    public boolean isChoosable() {
        return status == BatchStatus.PLANNED || status == BatchStatus.OPEN;
    }
}
