package dev.ashlar.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says of a piece of code that it is refused, and why. */
public final class Refusals {
    private Refusals() {}

    /** Passes if the code is refused for that reason; returns the refusal for a closer look. */
    public static DomainException assertRefused(ProblemType reason, ThrowingCallable code) {
        var refusal = catchThrowableOfType(DomainException.class, code);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.type()).as(refusal.detail()).isEqualTo(reason);
        return refusal;
    }
}
