// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of the status of an application as it is read.
 *
 * @param version version of the application that the change made
 * @param fromStatus null for the creation
 * @param actorId null for a job
 */
public record ApplicationEventView(
        int version,
        @Nullable ApplicationStatus fromStatus,
        ApplicationStatus toStatus,
        @Nullable UserId actorId,
        @Nullable String note,
        Instant createdAt) {}
