// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Entry of the authentication log.
 *
 * @param identifierHash keyed hash of the email address, so that the log names nobody, registered or not
 */
public record AuthEvent(
        AuthEventId id, String identifierHash, Action action, Result result, Origin origin, Instant at) {
    /** Time after which an event is deleted, far longer than any limit looks back. The database refuses it until a day before. */
    public static final Duration RETENTION = Duration.ofDays(30);

    /** Action that a client attempts. */
    public enum Action {
        LOGIN,
        PASSWORD_RESET,
        REGISTRATION
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
