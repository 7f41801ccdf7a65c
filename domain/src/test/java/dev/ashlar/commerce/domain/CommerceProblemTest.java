// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommerceProblemTest {
    @Test
    void givesEachProblemACodeOfItsOwn() {
        assertThat(CommerceProblem.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheContextInEveryCode(CommerceProblem problem) {
        assertThat(problem.code()).matches("commerce\\.[a-z]+(-[a-z]+)*");
    }
}
