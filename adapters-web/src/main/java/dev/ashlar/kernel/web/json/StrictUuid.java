package dev.ashlar.kernel.web.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a UUID in its one canonical length; {@link UUID#fromString} also takes {@code 1-1-1-1-1}. */
final class StrictUuid {
    private static final int LENGTH = 36;

    private StrictUuid() {}

    /** The UUID, or null if the text is not 8-4-4-4-12 hexadecimal digits. */
    static @Nullable UUID parseOrNull(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return null;
            }
        }
        return UUID.fromString(text);
    }
}
