package dev.ashlar.kernel.application;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a request out once, however often it is sent. The key, the effect and the answer commit together; of two
 * concurrent twins one works and the other waits for its answer. A refusal stores nothing, so a refused request may be
 * sent again under the same key once its cause is mended.
 */
@ApplicationService
public class Idempotency {
    /** How long a key is remembered; clients retry within minutes, a day is ample. */
    static final Duration RETENTION = Duration.ofHours(24);

    private static final int CLEANUP_BATCH = 1000;

    private final IdempotencyKeys keys;
    private final InstantSource clock;

    Idempotency(IdempotencyKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Runs the effect unless this key has run before; then returns what was answered.
     *
     * @param requestHash what tells this request from another under the same key
     * @throws dev.ashlar.kernel.DomainException {@link KernelProblem#IDEMPOTENCY_KEY_REUSED} if the key belongs to
     *     another request, and whatever the effect refuses
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
                    .at("Idempotency-Key", "was already used for another request");
        }
        return earlier.answer();
    }

    /** Forgets what no client will retry any more, one batch at a time; returns how many keys went. */
    @Job(name = "kernel.forget-idempotency-keys", every = "1h")
    @Transactional
    public int forgetOld() {
        return keys.deleteOlderThan(clock.instant().minus(RETENTION), CLEANUP_BATCH);
    }
}
