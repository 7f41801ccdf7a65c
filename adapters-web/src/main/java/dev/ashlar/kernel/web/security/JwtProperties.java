package dev.ashlar.kernel.web.security;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How access tokens are signed.
 *
 * @param jwtSecret the key of HMAC-SHA-256; who knows it can pass for anybody
 */
@ConfigurationProperties("ashlar.security")
record JwtProperties(@Nullable String jwtSecret) {
    private static final int MIN_BYTES = 32;

    SecretKey key() {
        var bytes = jwtSecret == null ? new byte[0] : jwtSecret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException("ashlar.security.jwt-secret must have at least " + MIN_BYTES
                    + " bytes, it has " + bytes.length + "; make one with: openssl rand -base64 48");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "JwtProperties[jwtSecret=***]";
    }
}
