package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Map;

/**
 * Which refusal a broken database constraint means. Each context has one such component beside its mappers; a constraint
 * that none of them names falls back to a general problem by the kind of constraint.
 */
public interface ConstraintProblems {
    /** Refusals by constraint name, without the schema. */
    Map<String, ProblemType> byConstraint();
}
