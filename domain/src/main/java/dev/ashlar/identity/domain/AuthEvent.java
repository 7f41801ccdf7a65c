package dev.ashlar.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the authentication log.
 *
 * @param identifierHash fingerprint of the email address in lower case, so that the log names nobody, registered or not
 * @param ip address that the request came from; null if unknown
 */
public record AuthEvent(
        AuthEventId id,
        String identifierHash,
        Action action,
        Result result,
        @Nullable String ip,
        Instant at) {
    /** Action that a client attempts. */
    public enum Action {
        LOGIN,
        PASSWORD_RESET
    }

    /** Outcome of an attempt. */
    public enum Result {
        /** Let through to be checked; counts until a success follows. */
        ATTEMPTED,
        /** The client has proved to be the user. */
        SUCCEEDED,
        /** Rejected after too many attempts; does not count, because else a lockout would never end. */
        REFUSED
    }
}
