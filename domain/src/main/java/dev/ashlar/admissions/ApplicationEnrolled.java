// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Enrollment of an applicant in a batch. Published in the transaction that takes the seat. */
public record ApplicationEnrolled(ApplicationId applicationId, UserId applicant, BatchId batchId, Instant at) {}
