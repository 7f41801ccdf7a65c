// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import org.jspecify.annotations.Nullable;

/**
 * Course that an application is for.
 *
 * @param batchId batch of that course; null in a draft until the applicant has chosen one
 * @param collegeId college that the applicant comes from; null if it is not known
 */
public record Choice(
        CourseId courseId,
        @Nullable BatchId batchId,
        @Nullable CollegeId collegeId) {}
