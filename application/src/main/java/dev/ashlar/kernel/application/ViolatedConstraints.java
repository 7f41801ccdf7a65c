package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** Reads from a failed statement which named constraint it broke, and says which refusal that is. */
@FunctionalInterface
public interface ViolatedConstraints {
    /** The refusal that the broken constraint stands for; empty if no constraint was broken, or none that is mapped. */
    Optional<ProblemType> problemFor(DataAccessException failure);
}
