// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.ProblemCatalogue;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {
    @Test
    void findsTheProblemsOfAllContextsByTheirNames() {
        assertThat(ProblemCatalogue.all()).extracting(KnownProblem::code).containsAll(ShippedClasses.problems());
        assertThat(ShippedClasses.problems()).hasSizeGreaterThan(100);
    }
}
