package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The requests that were carried out under an Idempotency-Key, with their answers. Written in the same transaction as the
 * effect, so that a stored key means a done deed and nothing else.
 */
public interface IdempotencyKeys {
    /**
     * Takes the key. While a twin holds it in an open transaction this waits for the twin to end.
     *
     * @return whether the key was free
     */
    boolean claim(UserId principal, String key, String requestHash, Instant now);

    /** Stores the answer under a key that was claimed in this transaction. */
    void complete(UserId principal, String key, StoredAnswer answer);

    Optional<Replay> find(UserId principal, String key);

    /** Forgets keys that are older than any client retries; at most {@code limit} in one call. Returns how many. */
    int deleteOlderThan(Instant bound, int limit);

    /**
     * What was answered, and to which request.
     *
     * @param requestHash SHA-256 over method, path and body, in hex
     */
    record Replay(String requestHash, StoredAnswer answer) {}
}
