// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

/** Base 32 (RFC 4648) without padding: the text form of secrets that people type. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private Base32() {}

    /** Encodes bytes. Their number is a multiple of five, so that no bit is left over. */
    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE) | Byte.toUnsignedInt(next);
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt((buffer >> filled) & MASK));
            }
        }
        return text.toString();
    }
}
