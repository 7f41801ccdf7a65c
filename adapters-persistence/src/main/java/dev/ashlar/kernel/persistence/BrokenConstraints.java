package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.kernel.application.ViolatedConstraints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Turns the name of a broken constraint into its problem. A constraint without a problem of its own gets the general one of
 * its kind, so that no violation is ever answered as a fault of the server.
 */
@Component
class BrokenConstraints implements ViolatedConstraints {
    private final Map<String, ProblemType> problems;

    BrokenConstraints(List<ConstraintProblems> contexts) {
        // Throws on a name that two contexts claim.
        problems = contexts.stream()
                .map(context -> context.byConstraint().entrySet())
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<ProblemType> problemFor(DataAccessException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException violation) {
                return problemFor(violation);
            }
        }
        return Optional.empty();
    }

    private Optional<ProblemType> problemFor(PSQLException violation) {
        var message = violation.getServerErrorMessage();
        var constraint = message == null ? null : message.getConstraint();
        if (constraint != null && problems.containsKey(constraint)) {
            return Optional.of(problems.get(constraint));
        }
        return switch (String.valueOf(violation.getSQLState())) {
            case "23505", "23P01" -> Optional.of(KernelProblem.CONFLICT);
            case "23001", "23503" -> Optional.of(KernelProblem.BROKEN_REFERENCE);
            case "23502", "23514", "22001", "22003" -> Optional.of(KernelProblem.OUT_OF_BOUNDS);
            default -> Optional.empty();
        };
    }
}
