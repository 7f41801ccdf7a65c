// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.operations.domain.OperationsProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of operations by constraint, in the order of their names. */
@Component
class OperationsConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("uq_system_metadata_key", OperationsProblem.METADATA_KEY_TAKEN);
    }
}
