// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys for stored data, derived from one secret by HKDF (RFC 5869), a separate key for each purpose.
 *
 * @param jwtSecret secret of the access tokens, with which anybody could sign them; serves for stored data too unless {@code
 *     dataSecret} is set
 * @param dataSecret earlier {@code jwtSecret}, set when that is replaced, so that stored data can still be read
 */
@ConfigurationProperties("ashlar.security")
public record DataKeys(
        @DefaultValue("") String jwtSecret, @Nullable String dataSecret) {
    private static final int MIN_BYTES = 32;
    private static final int KEY_BYTES = 32;

    /**
     * Derives a key of 32 bytes.
     *
     * @param purpose distinguishes the key from all others, as in {@code ashlar identity sealing 1}; ASCII
     */
    public SecretKey derive(String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret())
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] secret() {
        return bytesOf(
                dataSecret == null ? jwtSecret : dataSecret,
                "data-secret",
                "set it to the former ashlar.security.jwt-secret");
    }

    /** Returns the bytes of a secret, and refuses to start with a short one. */
    static byte[] bytesOf(String secret, String setting, String remedy) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException("ashlar.security." + setting + " must have at least " + MIN_BYTES
                    + " bytes, it has " + bytes.length + "; " + remedy);
        }
        return bytes;
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "DataKeys[hidden]";
    }
}
