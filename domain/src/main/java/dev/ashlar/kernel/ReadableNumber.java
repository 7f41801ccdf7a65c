// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.UUID;

/** Number that people read and spell, of twelve characters none of which looks like another. It is made from a key. */
public final class ReadableNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private ReadableNumber() {}

    /** Returns a number such as {@code 7Q2M-9XD4-T1BK}; it does not tell when the row was stored or how many there are. */
    public static String of(UUID key) {
        long random = key.getLeastSignificantBits();
        var text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt((int) (random & ALPHABET.length() - 1)));
            random >>>= BITS;
        }
        return text.toString();
    }
}
