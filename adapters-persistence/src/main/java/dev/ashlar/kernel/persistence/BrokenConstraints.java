// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

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

/** Problems of all contexts by the name of the violated constraint, which the database reports. */
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
                return ViolatedConstraint.of(violation).flatMap(name -> Optional.ofNullable(problems.get(name)));
            }
        }
        return Optional.empty();
    }
}
