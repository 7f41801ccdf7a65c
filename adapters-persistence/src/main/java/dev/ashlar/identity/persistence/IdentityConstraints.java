package dev.ashlar.identity.persistence;

import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What identity's constraints mean to a caller who runs into them. */
@Component
class IdentityConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "uq_users_email", IdentityProblem.EMAIL_TAKEN,
                "uq_users_username", IdentityProblem.USERNAME_TAKEN,
                "fk_users_sales_head_id", IdentityProblem.NOT_A_SALES_HEAD,
                "chk_users_sales_head_id", IdentityProblem.SALES_HEAD_CYCLE);
    }
}
