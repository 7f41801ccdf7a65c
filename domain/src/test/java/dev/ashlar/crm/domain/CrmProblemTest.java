// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrmProblemTest {
    @Test
    void givesEachProblemACodeOfItsOwn() {
        assertThat(CrmProblem.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheContextInEveryCode(CrmProblem problem) {
        assertThat(problem.code()).matches("crm\\.[a-z]+(-[a-z]+)*");
    }
}
