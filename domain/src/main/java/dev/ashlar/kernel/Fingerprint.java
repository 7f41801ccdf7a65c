// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 in hex, stored in place of a long text, or of a secret that is too random to be guessed back. */
public final class Fingerprint {
    private static final String HMAC = "HmacSHA256";

    private Fingerprint() {}

    /** Returns the fingerprint of a token made by {@link SecretSource}. */
    public static String ofSecret(String secret) {
        return ofText(secret);
    }

    /** Returns the fingerprint (HMAC) of a text that only the holder of the secret can compute. */
    public static String keyed(String secret, String text) {
        try {
            var hmac = Mac.getInstance(HMAC);
            hmac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
            return HexFormat.of().formatHex(hmac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform knows " + HMAC, impossible);
        }
    }

    /** Returns bytes derived from a token made by {@link SecretSource}, as random as it is. */
    public static byte[] bytesOf(String secret, int count) {
        return Arrays.copyOf(HexFormat.of().parseHex(ofText(secret)), count);
    }

    /** Returns the fingerprint of a text that is no secret. */
    public static String ofText(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform knows SHA-256", impossible);
        }
    }
}
