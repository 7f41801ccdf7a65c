// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.domain.EnrollmentId;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import java.time.Instant;

/** Enrollment as its applicant reads it. */
public record EnrollmentView(
        EnrollmentId id, ApplicationId applicationId, BatchId batchId, EnrollmentStatus status, Instant createdAt) {}
