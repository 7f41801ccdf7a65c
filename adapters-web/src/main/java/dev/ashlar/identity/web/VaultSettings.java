package dev.ashlar.identity.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Secret of the keys for stored data.
 *
 * @param jwtSecret secret of the access tokens, which serves for stored data too unless {@code dataSecret} is set
 * @param dataSecret earlier {@code jwtSecret}, set when that is replaced, so that stored data can still be read
 */
@ConfigurationProperties("ashlar.security")
record VaultSettings(String jwtSecret, @Nullable String dataSecret) {
    private static final int MIN_BYTES = 32;

    byte[] secret() {
        var secret = (dataSecret == null ? jwtSecret : dataSecret).getBytes(StandardCharsets.UTF_8);
        if (secret.length < MIN_BYTES) {
            throw new IllegalStateException("ashlar.security.data-secret must have at least " + MIN_BYTES
                    + " bytes, it has " + secret.length + "; set it to the former ashlar.security.jwt-secret");
        }
        return secret;
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "VaultSettings[hidden]";
    }
}
