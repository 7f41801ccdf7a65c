// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionsProblemTest {
    @Test
    void givesEachProblemACodeOfItsOwn() {
        assertThat(AdmissionsProblem.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheContextInEveryCode(AdmissionsProblem problem) {
        assertThat(problem.code()).matches("admissions\\.[a-z]+(-[a-z]+)*");
    }
}
