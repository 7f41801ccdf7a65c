// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.web.problem.KnownProblem;
import dev.ashlar.kernel.web.problem.ProblemCatalogue;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {
    @Test
    void listsTheProblemsOfEveryContextHoweverTheirTypesAreNamed() {
        assertThat(ProblemCatalogue.all())
                .extracting(KnownProblem::code)
                .containsAll(ShippedClasses.problems().stream()
                        .map(ProblemType::code)
                        .toList());
        assertThat(ShippedClasses.problems()).hasSizeGreaterThan(100);
    }

    @Test
    void namesTheContextAndTheConstantInEachCode() {
        assertThat(ShippedClasses.problems())
                .filteredOn(problem -> !(problem instanceof KernelProblem))
                .allSatisfy(
                        problem -> assertThat(problem.code()).isEqualTo(contextOf(problem) + "." + reason(problem)));
        assertThat(KernelProblem.values())
                .allSatisfy(problem -> assertThat(problem.code()).matches("(request|auth)\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void titlesAreFactsWithoutAPeriod() {
        assertThat(ShippedClasses.problems())
                .allSatisfy(problem -> assertThat(problem.title()).matches("[A-Z].*[^.]"));
    }

    private static String contextOf(ProblemType problem) {
        return problem.getClass().getPackageName().split("\\.")[2];
    }

    private static String reason(ProblemType problem) {
        return ((Enum<?>) problem).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
