// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException.FieldError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DomainExceptionTest {
    @Test
    void carriesProblemDetailAndFields() {
        var refusal = KernelProblem.INVALID_REQUEST
                .because("Two fields are wrong.")
                .at("/a", "must be 1")
                .at("/b", "must be 2")
                .retryAfter(Duration.ofSeconds(3));

        assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_REQUEST);
        assertThat(refusal.detail()).isEqualTo("Two fields are wrong.");
        assertThat(refusal.errors())
                .containsExactly(new FieldError("/a", "must be 1"), new FieldError("/b", "must be 2"));
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void keepsTheOriginalWhenAFieldIsAdded() {
        var refusal = KernelProblem.FORBIDDEN.because("No.");

        assertThat(refusal.at("/a", "is wrong").errors()).hasSize(1);
        assertThat(refusal.errors()).isEmpty();
    }

    @Test
    void hasNoStackTrace() {
        assertThat(KernelProblem.FORBIDDEN.because("No.").getStackTrace()).isEmpty();
    }
}
