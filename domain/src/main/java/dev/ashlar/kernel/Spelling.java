// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Forms of a text: one to store it, one to compare it, one to hash it. No other code normalizes text, because Java and SQL disagree
 * about some letters: the lower case of U+0130 is one character in PostgreSQL and two in Java.
 */
public final class Spelling {
    /** Characters without a glyph that are neither control nor format characters: fillers, joiners, Braille's empty pattern. */
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    private static final int NEXT_LINE = 0x85;
    private static final int LAST_OF_ASCII = 0x7F;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Spelling() {}

    /** Returns the form in which a text is stored: composed (NFC), without blanks around it. */
    public static String stored(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int start = 0;
        int end = composed.length();
        while (start < end && isBlank(composed.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /**
     * Returns the form in which a name is stored: as a text, without invisible characters. Those that join letters or emojis stay, but
     * neither after an ASCII character, where they change nothing, nor at the end.
     */
    public static String name(String text) {
        var name = new StringBuilder();
        int previous = 0;
        for (int character : stored(text).codePoints().toArray()) {
            boolean joins = isJoiner(character) && previous > LAST_OF_ASCII && !isJoiner(previous);
            if (joins || (isVariationSelector(character) && previous > LAST_OF_ASCII) || !isInvisible(character)) {
                name.appendCodePoint(character);
                previous = character;
            }
        }
        if (isJoiner(previous)) {
            name.setLength(name.length() - 1);
        }
        return stored(name.toString());
    }

    /** Returns the form in which a document is stored: composed (NFC), without blanks at its end. Those at its start have a meaning. */
    public static String document(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.substring(0, start) + stored(text.substring(start));
    }

    /**
     * Returns the form in which a text that identifies is compared: as stored, compatible characters unified (NFKC), in lower case,
     * without invisible characters.
     */
    public static String key(String text) {
        var visible = new StringBuilder();
        stored(text).codePoints().filter(character -> !isInvisible(character)).forEach(visible::appendCodePoint);
        var unified = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(unified, Normalizer.Form.NFKC);
    }

    /** Returns the form in which a password is hashed: composed, each space a plain one (RFC 8265, OpaqueString). */
    public static String opaque(String password) {
        var plain = new StringBuilder();
        password.codePoints()
                .map(character -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character)
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    /** True if there is something to be seen in the text. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(character -> !isBlank(character) && !isInvisible(character));
    }

    /** Returns at most the first characters of a text, and never half a one. */
    public static String cut(String text, int max) {
        return length(text) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    /** Returns the number of characters as people and PostgreSQL count them, in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** True for every blank of Unicode, no-break spaces included, and for the blanks among the control characters. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == NEXT_LINE;
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || FILLERS.indexOf(character) >= 0
                || isVariationSelector(character);
    }

    private static boolean isJoiner(int character) {
        return character == NON_JOINER || character == JOINER;
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
