// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refusal of a request, made by {@link ProblemType#because(String)}. It is the only exception that domain and application throw on
 * purpose, and the web layer maps it in one place. It carries no stack trace, because a refusal is an answer and not a fault, and a
 * busy refusal path must be cheap.
 */
public final class DomainException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    DomainException(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    private DomainException(ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** Returns the refusal with one more wrong field. */
    public DomainException at(String pointer, String message) {
        var all = new java.util.ArrayList<>(errors);
        all.add(new FieldError(pointer, message));
        return new DomainException(type, detail(), all, retryAfter);
    }

    /** Returns the refusal with the time to wait before another try. */
    public DomainException retryAfter(Duration wait) {
        return new DomainException(type, detail(), errors, wait);
    }

    public ProblemType type() {
        return type;
    }

    /** Describes this occurrence. Callers see it, so it names nothing internal. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Returns the fields that are wrong; none if the refusal is not about input. */
    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Field that is wrong.
     *
     * @param pointer JSON pointer into the body, as in {@code /tokens}, or the name of the parameter or header
     * @param message description of a valid value, such as {@code must be at most 100}
     */
    public record FieldError(String pointer, String message) {}
}
