package dev.ashlar.kernel.web.problem;

import java.io.Serial;

/** Failure to read a body of unknown length, which has turned out to be larger than allowed. */
public final class BodyTooLargeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public BodyTooLargeException(long limit) {
        super("Send at most " + limit + " bytes.");
    }

    public Refusal refusal() {
        return Refusal.of(KnownProblem.TOO_LARGE, String.valueOf(getMessage()));
    }
}
