// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Seat of an applicant in a batch. */
public record Enrollment(
        EnrollmentId id,
        ApplicationId applicationId,
        UserId userId,
        BatchId batchId,
        EnrollmentStatus status,
        Instant createdAt) {
    /** Creates the enrollment of an applicant who takes a seat. */
    public static Enrollment of(EnrollmentId id, Application application, Instant at) {
        return new Enrollment(
                id,
                application.id(),
                application.userId(),
                application.batchId(),
                EnrollmentStatus.LIFECYCLE.start(),
                at);
    }

    /** Refuses to drop an enrollment that is over. */
    public void requireDroppable() {
        EnrollmentStatus.LIFECYCLE.require(
                status, EnrollmentStatus.DROPPED, AdmissionsProblem.ILLEGAL_TRANSITION, "Enrollment " + id.value());
    }
}
