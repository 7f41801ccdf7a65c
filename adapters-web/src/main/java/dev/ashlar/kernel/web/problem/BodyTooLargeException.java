package dev.ashlar.kernel.web.problem;

import java.io.IOException;
import java.io.Serial;

/** A body of unannounced length turned out to be larger than allowed while it was read. */
public final class BodyTooLargeException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long limit;

    public BodyTooLargeException(long limit) {
        super("body exceeds " + limit + " bytes");
        this.limit = limit;
    }

    public Refusal refusal() {
        return Refusal.of(WebProblem.TOO_LARGE, "Send at most " + limit + " bytes.");
    }
}
