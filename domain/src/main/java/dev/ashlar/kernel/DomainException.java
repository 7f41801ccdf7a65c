package dev.ashlar.kernel;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every refusal of Ashlar: the one exception that domain and application throw on purpose and that the web layer maps,
 * in one place. Made by {@link ProblemType#because(String)}. It carries no stack trace: a refusal is an answer, not a
 * fault, and a busy refusal path should cost nothing.
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

    /** The same refusal, naming one more field that is wrong. */
    public DomainException at(String pointer, String message) {
        var all = new java.util.ArrayList<>(errors);
        all.add(new FieldError(pointer, message));
        return new DomainException(type, detail(), all, retryAfter);
    }

    /** The same refusal, telling the caller how long to wait. */
    public DomainException retryAfter(Duration wait) {
        return new DomainException(type, detail(), errors, wait);
    }

    public ProblemType type() {
        return type;
    }

    /** What was wrong this time. Shown to the caller, so it names nothing internal. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The fields that are wrong; empty if the refusal is not about input. */
    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * A field that is wrong.
     *
     * @param pointer JSON pointer into the body, as in {@code /tokens}, or the name of the parameter or header
     * @param message what a right value looks like
     */
    public record FieldError(String pointer, String message) {}
}
