package dev.ashlar.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 in hex, stored in place of a secret that is too random to be guessed back. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Returns the fingerprint of a token made by {@link SecretSource}. */
    public static String ofSecret(String secret) {
        return sha256(secret);
    }

    /** Returns the fingerprint of an email address, whatever its case. It keeps addresses out of the log, not from being guessed. */
    public static String ofEmail(String email) {
        return sha256(email.strip().toLowerCase(Locale.ROOT));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform knows SHA-256", impossible);
        }
    }
}
