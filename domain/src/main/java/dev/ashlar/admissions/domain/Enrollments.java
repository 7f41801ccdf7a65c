// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** All enrollments. */
public interface Enrollments {
    /** Stores a new enrollment. */
    void insert(Enrollment enrollment);

    /** Finds an enrollment by its key. */
    Optional<Enrollment> find(EnrollmentId id);

    /** Finds the enrollment of an application. */
    Optional<Enrollment> findByApplication(ApplicationId id);

    /** Finds the first active enrollment of a person. */
    Optional<Enrollment> findActive(UserId userId);

    /** Drops an active enrollment; returns false if it is not active. */
    boolean drop(EnrollmentId id, Instant at);

    /** Completes the active enrollments of a batch; returns their number. */
    int complete(BatchId batch, Instant at);
}
