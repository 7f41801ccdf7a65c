// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refusals of admissions by the constraint that a row violates. */
@Component
class AdmissionsConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("uq_courses_code", AdmissionsProblem.CODE_TAKEN),
                Map.entry("uq_batches_code", AdmissionsProblem.CODE_TAKEN),
                Map.entry("uq_colleges_name_city", AdmissionsProblem.COLLEGE_EXISTS),
                Map.entry("uq_applications_user_id_course_id", AdmissionsProblem.APPLICATION_EXISTS),
                Map.entry("uq_discount_requests_pending", AdmissionsProblem.DISCOUNT_PENDING),
                Map.entry("uq_discount_requests_approved", AdmissionsProblem.DISCOUNT_APPROVED),
                Map.entry("fk_batches_course_id", AdmissionsProblem.COURSE_NOT_FOUND),
                Map.entry("fk_applications_course_id", AdmissionsProblem.COURSE_NOT_FOUND),
                Map.entry("fk_applications_batch_id", AdmissionsProblem.BATCH_NOT_FOUND),
                Map.entry("fk_applications_college_id", AdmissionsProblem.COLLEGE_NOT_FOUND),
                Map.entry("fk_application_events_application_id", AdmissionsProblem.APPLICATION_NOT_FOUND),
                Map.entry("fk_discount_requests_application_id", AdmissionsProblem.APPLICATION_NOT_FOUND),
                Map.entry("fk_discount_requests_batch_id", AdmissionsProblem.BATCH_NOT_FOUND),
                Map.entry("fk_enrollments_application_id", AdmissionsProblem.APPLICATION_NOT_FOUND),
                Map.entry("fk_enrollments_batch_id", AdmissionsProblem.BATCH_NOT_FOUND),
                Map.entry("chk_batches_seats", AdmissionsProblem.CAPACITY_TAKEN),
                Map.entry("chk_batches_status", AdmissionsProblem.BATCH_OCCUPIED));
    }
}
