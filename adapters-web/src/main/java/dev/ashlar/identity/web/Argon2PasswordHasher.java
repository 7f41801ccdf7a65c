// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.kernel.KernelProblem;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters that OWASP recommends. A hash takes 19 MiB and a processor for a moment, so only a few are computed
 * at once, a few more wait, and all further ones are refused.
 */
@Component
class Argon2PasswordHasher implements PasswordHasher {
    /** Leaves a processor to all other requests. */
    static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);

    /** Waits about a second at most. */
    static final int WAITING = 16 * AT_ONCE;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    /** Platform threads, because a virtual one would not leave its carrier while it computes. */
    private final ExecutorService workers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());

    @Override
    public String hash(String password) {
        var hash = inTurn(() -> argon2.encode(password));
        if (hash == null) {
            throw new IllegalStateException("Argon2 returned no hash.");
        }
        return hash;
    }

    @Override
    public boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash));
    }

    private <T> T inTurn(Callable<T> computation) {
        try {
            return workers.submit(computation).get();
        } catch (RejectedExecutionException full) {
            throw KernelProblem.UNAVAILABLE
                    .because("Too many passwords are being checked. Try again in a few seconds.")
                    .retryAfter(RETRY_AFTER);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Argon2 failed.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Argon2 was interrupted.", stopped);
        }
    }
}
