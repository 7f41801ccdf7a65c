// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelProblemTest {
    @Test
    void givesNoCodeTwice() {
        assertThat(KernelProblem.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesAreaAndReasonInTheCode(KernelProblem problem) {
        assertThat(problem.code()).matches("(request|auth)\\.[a-z]+(-[a-z]+)*");
        assertThat(problem.title()).doesNotEndWith(".").isNotBlank();
    }
}
