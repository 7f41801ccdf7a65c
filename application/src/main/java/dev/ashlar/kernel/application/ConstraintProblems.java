// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Map;

/**
 * Problems of violated constraints. Each context has one such component beside its mappers. A constraint without an entry has the
 * problem of its {@link SqlState}.
 */
public interface ConstraintProblems {
    /** Returns problems by the name of the constraint, without its schema. */
    Map<String, ProblemType> byConstraint();
}
