// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.mentoring.domain.MentoringProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of mentoring by constraint. */
@Component
class MentoringConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("ex_slots_mentor", MentoringProblem.SLOT_OVERLAPPING),
                Map.entry("ex_slots_student", MentoringProblem.STUDENT_BUSY),
                Map.entry("ex_slots_people", MentoringProblem.PERSON_BUSY),
                Map.entry("chk_slots_student", MentoringProblem.OWN_SLOT),
                Map.entry("uq_slot_feedbacks_author", MentoringProblem.FEEDBACK_GIVEN),
                Map.entry("fk_slots_mentor_id", MentoringProblem.MENTOR_NOT_FOUND),
                Map.entry("fk_availability_rules_mentor_id", MentoringProblem.MENTOR_NOT_FOUND),
                Map.entry("fk_availability_overrides_mentor_id", MentoringProblem.MENTOR_NOT_FOUND),
                Map.entry("fk_slot_feedbacks_slot_id", MentoringProblem.SLOT_NOT_FOUND),
                // A slot was booked while it was being removed.
                Map.entry("fk_slot_transitions_slot_id", KernelProblem.BUSY));
    }
}
