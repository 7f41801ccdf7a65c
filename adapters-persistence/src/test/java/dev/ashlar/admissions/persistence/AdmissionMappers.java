// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.AdmissionsStores;

/** Mappers of admissions as the ports of the contracts. Imported, not found: the tests of examples have no contracts. */
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
