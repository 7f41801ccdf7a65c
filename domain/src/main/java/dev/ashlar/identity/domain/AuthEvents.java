package dev.ashlar.identity.domain;

import java.time.Instant;
import java.util.List;

/** The authentication log; only ever added to. */
public interface AuthEvents {
    /** Waits for whoever is recording an attempt for the same identifier, and keeps others waiting until the end. */
    void lock(String identifierHash);

    void append(AuthEvent event);

    /**
     * When this was last attempted for the identifier, newest first: attempts after {@code since} and after the last
     * success of any kind.
     */
    List<Instant> attempts(String identifierHash, AuthAction action, Instant since, int limit);
}
