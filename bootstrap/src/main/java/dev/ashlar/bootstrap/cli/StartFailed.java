package dev.ashlar.bootstrap.cli;

import java.io.Serial;

/** The application did not start, and Spring Boot has already said why. */
final class StartFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StartFailed(Throwable cause) {
        super(cause);
    }
}
