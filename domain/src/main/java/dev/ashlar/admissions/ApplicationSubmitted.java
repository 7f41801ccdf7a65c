// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Submission of an application. Published in the transaction that stores it, so that a listener can make its own rows in the same
 * one.
 *
 * @param applicationNo number of the application as people read it
 * @param platform code of the platform through which the application was created
 */
public record ApplicationSubmitted(
        ApplicationId applicationId,
        String applicationNo,
        UserId applicant,
        CourseId courseId,
        BatchId batchId,
        String platform,
        Instant at) {}
