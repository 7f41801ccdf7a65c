// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on refusals. */
public final class Refusals {
    private Refusals() {}

    /** Asserts that the code is refused with the problem, and returns the refusal. */
    public static DomainException assertRefused(ProblemType reason, ThrowingCallable code) {
        var refusal = catchThrowableOfType(DomainException.class, code);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.type()).as(refusal.detail()).isEqualTo(reason);
        return refusal;
    }
}
