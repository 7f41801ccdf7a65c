package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.AdmissionsStores;
import org.springframework.stereotype.Component;

/** Mappers of admissions as the ports of the contracts. */
@Component
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
