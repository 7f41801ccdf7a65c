// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.planner.domain.PlannerProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of the planner by constraint, in the order of their names. */
@Component
class PlannerConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("fk_project_members_project_id", PlannerProblem.PROJECT_NOT_FOUND),
                Map.entry("fk_todos_project_id", PlannerProblem.PROJECT_NOT_FOUND),
                Map.entry("fk_todos_project_id_owner_id", PlannerProblem.PROJECT_NOT_FOUND),
                Map.entry("uq_friendships_people", PlannerProblem.ILLEGAL_TRANSITION));
    }
}
