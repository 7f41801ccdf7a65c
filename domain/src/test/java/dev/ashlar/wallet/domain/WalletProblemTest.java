// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalletProblemTest {
    @Test
    void givesEachProblemItsOwnCode() {
        assertThat(WalletProblem.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheContextInEachCode(WalletProblem problem) {
        assertThat(problem.code()).matches("wallet\\.[a-z]+(-[a-z]+)*");
    }
}
