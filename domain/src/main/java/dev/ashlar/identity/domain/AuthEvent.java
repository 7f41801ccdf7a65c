package dev.ashlar.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the authentication log.
 *
 * @param identifierHash fingerprint of the email address in lower case, so that the log names nobody, registered or not
 * @param ip where the request came from; null if unknown
 */
public record AuthEvent(
        AuthEventId id,
        String identifierHash,
        AuthAction action,
        AuthResult result,
        @Nullable String ip,
        Instant at) {}
