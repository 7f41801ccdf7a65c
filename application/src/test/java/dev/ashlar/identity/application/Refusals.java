// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on refused calls. */
final class Refusals {
    private Refusals() {}

    static void refused(ProblemType problem, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::type)
                .isEqualTo(problem);
    }
}
