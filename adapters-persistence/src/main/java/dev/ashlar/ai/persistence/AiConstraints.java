// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of AI by constraint, in the order of their names. */
@Component
class AiConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("fk_ai_budgets_provider_id", AiProblem.PROVIDER_NOT_FOUND),
                Map.entry("fk_ai_interactions_provider_id", AiProblem.PROVIDER_NOT_FOUND),
                Map.entry("uq_ai_budgets_platform", AiProblem.BUDGET_EXISTS),
                Map.entry("uq_ai_budgets_provider_id", AiProblem.BUDGET_EXISTS),
                Map.entry("uq_ai_budgets_user_id", AiProblem.BUDGET_EXISTS),
                Map.entry("uq_ai_providers_name", AiProblem.PROVIDER_NAME_TAKEN),
                Map.entry("uq_llms_name", AiProblem.MODEL_NAME_TAKEN));
    }
}
