// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Span of time, start included, end excluded; PostgreSQL's {@code tstzrange} in its canonical form.
 *
 * @param from first instant of the span
 * @param until first instant after it; null if it has no end
 */
public record InstantRange(Instant from, @Nullable Instant until) {
    public InstantRange {
        Objects.requireNonNull(from, "from");
        if (until != null && !from.isBefore(until)) {
            throw KernelProblem.INVALID_REQUEST.because("A time span must end after it starts.");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    public boolean overlaps(InstantRange other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }
}
