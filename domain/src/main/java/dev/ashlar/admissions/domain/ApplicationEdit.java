// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.Change;

/** Edit of an application by its applicant. The course never changes. */
public record ApplicationEdit(Change<BatchId> batchId, Change<CollegeId> collegeId) {}
