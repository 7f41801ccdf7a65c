// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of requests that break identity's constraints. */
@Component
class IdentityConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "uq_users_email", IdentityProblem.EMAIL_TAKEN,
                "uq_users_username", IdentityProblem.USERNAME_TAKEN,
                "fk_users_sales_head_id", IdentityProblem.SALES_HEAD_INELIGIBLE,
                "chk_users_sales_head_id", IdentityProblem.SALES_HEAD_CYCLE);
    }
}
