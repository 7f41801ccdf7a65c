// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Conditions of a list of applications; null omits a condition. */
public record ApplicationFilter(
        @Nullable UserId userId,
        @Nullable BatchId batchId,
        @Nullable ApplicationStatus status) {}
