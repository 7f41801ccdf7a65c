// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ViolatedConstraints;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;

/** Problems of constraints without a database, with one constraint. */
@Primary
class SampleConstraints implements ViolatedConstraints {
    @Override
    public Optional<ProblemType> problemFor(DataAccessException failure) {
        return String.valueOf(failure.getMessage()).contains("uq_samples_name")
                ? Optional.of(SampleProblem.NAME_TAKEN)
                : Optional.empty();
    }
}
