// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.stream.Collectors;

/** Authenticator app that was given the text of a secret, for tests. */
public final class Authenticator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    public Authenticator(String text) {
        var digits = text.chars()
                .mapToObj(letter -> Integer.toString(ALPHABET.indexOf(letter), 32))
                .collect(Collectors.joining());
        var bytes = new BigInteger(digits, 32).toByteArray();
        secret = new byte[Totp.SECRET_BYTES];
        int from = Math.max(0, bytes.length - secret.length);
        System.arraycopy(bytes, from, secret, secret.length - bytes.length + from, bytes.length - from);
    }

    /** Returns the code that the app shows at this time. */
    public OneTimeCode codeAt(Instant now) {
        return new OneTimeCode(Totp.code(secret, now.getEpochSecond() / 30));
    }
}
