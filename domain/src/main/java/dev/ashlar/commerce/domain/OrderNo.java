package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;

/** Order number that people read: twelve characters made from the key, none of which looks like another. */
final class OrderNo {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private OrderNo() {}

    /** Returns a number such as {@code 7Q2M-9XD4-T1BK}; it does not tell when the order was placed or how many there are. */
    static String of(OrderId id) {
        long random = id.value().getLeastSignificantBits();
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
