// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.ProblemType;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/** Problems of the constraints that a failed statement or commit has violated. */
public interface ViolatedConstraints {
    /** Returns the problem that a context has given the violated constraint; empty if there is none. */
    Optional<ProblemType> problemFor(DataAccessException failure);
}
