// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.CourseService;
import dev.ashlar.admissions.application.DiscountService;
import dev.ashlar.admissions.application.EnrollmentService;
import dev.ashlar.admissions.application.ReviewService;
import dev.ashlar.admissions.application.SeatHousekeeping;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Services of admissions that concurrency tests call. */
@Component
@Lazy
record AdmissionServices(
        CourseService courses,
        BatchService batches,
        AdmissionService admissions,
        ReviewService reviews,
        EnrollmentService enrollments,
        DiscountService discounts,
        SeatHousekeeping housekeeping) {}
