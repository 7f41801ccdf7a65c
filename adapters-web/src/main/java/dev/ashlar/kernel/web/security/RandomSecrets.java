package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.SecretSource;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Secrets from the platform's cryptographic random source. */
@Component
class RandomSecrets implements SecretSource {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
