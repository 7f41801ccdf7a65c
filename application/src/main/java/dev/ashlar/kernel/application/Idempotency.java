// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;

/**
 * Idempotency keys of requests, each of which takes effect once. Key, effect and answer commit together. Of two concurrent requests
 * with one key, one runs and the other waits for its answer. A refusal stores nothing, so a refused request may be sent again under
 * the same key when its cause is corrected.
 */
@ApplicationService
public class Idempotency {
    /** Header of requests that carries the key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    public static final int MAX_KEY_LENGTH = 128;

    /** Clients retry within minutes, so a day is ample. */
    static final Duration RETENTION = Duration.ofHours(24);

    private static final int CLEANUP_BATCH = 1000;

    private final IdempotencyKeys keys;
    private final InstantSource clock;

    Idempotency(IdempotencyKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Runs the effect, or returns the stored answer if this key has run before.
     *
     * @param requestHash distinguishes the request from another one under the same key
     * @throws dev.ashlar.kernel.DomainException {@link KernelProblem#IDEMPOTENCY_KEY_REUSED} if the key belongs to
     *     another request, and every refusal of the effect
     */
    @Transactional
    public StoredAnswer once(UserId principal, String key, String requestHash, Supplier<StoredAnswer> effect) {
        if (keys.claim(principal, key, requestHash, clock.instant())) {
            var answer = effect.get();
            keys.complete(principal, key, answer);
            return answer;
        }
        var earlier = keys.find(principal, key)
                .orElseThrow(
                        () -> KernelProblem.BUSY.because("A request with this key has just ended; send it again."));
        if (!earlier.requestHash().equals(requestHash)) {
            throw KernelProblem.IDEMPOTENCY_KEY_REUSED
                    .because("Send a new Idempotency-Key with a new request.")
                    .at(KEY_HEADER, "was already used for another request");
        }
        return earlier.answer();
    }

    /** Deletes a batch of keys that no client retries any longer, and returns their number. */
    @Job(name = "kernel.forget-idempotency-keys", every = "1h")
    @Transactional
    public int forgetOld() {
        return keys.deleteOlderThan(clock.instant().minus(RETENTION), CLEANUP_BATCH);
    }
}
