// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.EnrollmentId;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Enrollment in a batch, with what the applicant pays. */
public record RosterEntry(
        EnrollmentId id,
        ApplicationId applicationId,
        String applicationNo,
        UserId userId,
        Money finalAmount,
        EnrollmentStatus status,
        Instant enrolledAt) {}
