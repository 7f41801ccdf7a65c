package dev.ashlar.kernel.web.json;

/** Text that PostgreSQL can store: no NUL, and every surrogate in its pair. */
public final class StorableText {
    public static final String EXPECTATION = "must not contain NUL characters or unpaired surrogates";

    private StorableText() {}

    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
