// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys with their answers. They are written in the transaction of the effect, so that a stored key proves the effect. */
public interface IdempotencyKeys {
    /**
     * Takes the key, and waits while another open transaction has taken it.
     *
     * @return true if the key was free
     */
    boolean claim(UserId principal, String key, String requestHash, Instant now);

    /** Stores the answer of a key that was claimed in this transaction. */
    void complete(UserId principal, String key, StoredAnswer answer);

    Optional<Replay> find(UserId principal, String key);

    /** Deletes at most {@code limit} keys from before {@code bound}, and returns their number. */
    int deleteOlderThan(Instant bound, int limit);

    /**
     * Stored answer and its request.
     *
     * @param requestHash SHA-256 over method, path and body, in hex
     */
    record Replay(String requestHash, StoredAnswer answer) {}
}
