package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** Tells which refusal a failed statement or commit means to the caller. */
public interface ViolatedConstraints {
    /** The problem of the constraint that was broken; empty if the failure is not one of a constraint. */
    Optional<ProblemType> problemFor(DataAccessException failure);
}
