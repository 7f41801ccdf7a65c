package dev.ashlar.identity.web;

import dev.ashlar.identity.domain.PasswordHasher;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters that OWASP recommends. A hash takes 19 MiB and much of a processor for a moment, so only a few
 * are computed at once; further callers wait.
 */
@Component
@ConcurrencyLimit(Argon2PasswordHasher.AT_ONCE)
class Argon2PasswordHasher implements PasswordHasher {
    static final int AT_ONCE = 4;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    @Override
    public String hash(String password) {
        var hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("Argon2 returned no hash.");
        }
        return hash;
    }

    @Override
    public boolean matches(String password, String hash) {
        return argon2.matches(password, hash);
    }
}
