// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.EnrollmentId;
import org.jspecify.annotations.Nullable;

/**
 * Application with its place on the waiting list.
 *
 * @param waitlistPosition 1 for the first who waits for the batch; null unless on the waiting list
 * @param enrollmentId null without an enrollment
 */
public record ApplicationDetails(
        ApplicationView application,
        @Nullable Long waitlistPosition,
        @Nullable EnrollmentId enrollmentId) {}
