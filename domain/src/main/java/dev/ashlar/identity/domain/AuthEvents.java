package dev.ashlar.identity.domain;

import java.time.Instant;
import java.util.List;

/** Authentication log; append-only. */
public interface AuthEvents {
    /** Locks the identifier until the transaction ends, so that its attempts are recorded one at a time. */
    void lock(String identifierHash);

    void append(AuthEvent event);

    /**
     * Returns the times of the identifier's attempts, newest first: those after {@code since} and after the last success of
     * any action.
     */
    List<Instant> attempts(String identifierHash, AuthEvent.Action action, Instant since, int limit);
}
