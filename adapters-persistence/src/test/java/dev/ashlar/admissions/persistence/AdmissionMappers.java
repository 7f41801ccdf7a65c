// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.AdmissionsStores;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Mappers of admissions as the ports of the contracts. Lazy: the tests of examples find it, too, and have no contracts. */
@TestComponent
@Lazy
record AdmissionMappers(
        CourseMapper courses,
        BatchMapper batches,
        CollegeMapper colleges,
        ApplicationMapper applications,
        ApplicationEventMapper events,
        DiscountRequestMapper discounts,
        EnrollmentMapper enrollments) {
    AdmissionsStores stores() {
        return new AdmissionsStores(courses, batches, colleges, applications, events, discounts, enrollments);
    }
}
