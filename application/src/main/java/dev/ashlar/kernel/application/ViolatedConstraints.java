package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

<<<<<<< HEAD
/** Tells which refusal a failed statement or commit means to the caller. */
public interface ViolatedConstraints {
    /** The problem of the constraint that was broken; empty if the failure is not one of a constraint. */
=======
/** Reads from a failed statement which named constraint it broke, and says which refusal that is. */
@FunctionalInterface
public interface ViolatedConstraints {
    /** The refusal that the broken constraint stands for; empty if no constraint was broken, or none that is mapped. */
>>>>>>> web
    Optional<ProblemType> problemFor(DataAccessException failure);
}
