// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238) in the form that every authenticator app knows: HMAC-SHA-1, six digits, 30 seconds. */
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final String ISSUER = "Ashlar";
    private static final String ALGORITHM = "HmacSHA1";
    private static final long PERIOD_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    /** Steps that a clock may be off, before and after. */
    private static final int DRIFT = 1;

    private Totp() {}

    /** Returns the time step that the code belongs to; empty if it is none of the steps around this time. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), PERIOD_SECONDS);
        var found = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (MessageDigest.isEqual(ascii(code(secret, step)), ascii(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Returns the code of a step, which RFC 4226 calls the HOTP value of a counter. */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform knows HMAC-SHA-1", impossible);
        }
    }

    /** Returns the URI that authenticator apps read, usually from a QR code. */
    static String uri(byte[] secret, String account) {
        var label = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + Base32.encode(secret) + "&issuer=" + ISSUER;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
