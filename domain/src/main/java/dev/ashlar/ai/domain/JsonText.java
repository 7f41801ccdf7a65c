package dev.ashlar.ai.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Form in which the JSON of others is stored. PostgreSQL refuses NUL, halves of a surrogate pair, and numbers and nesting without end, which
 * JSON allows; a call whose body has them must be recorded all the same.
 */
final class JsonText {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_NUMBER = 300;
    private static final int MAX_EXPONENT = 3;
    private static final int MAX_NAME = 64;
    private static final int ESCAPE = 6;
    private static final int HEXADECIMAL = 16;
    private static final String REPLACEMENT = "\\ufffd";

    /** Fields whose short texts name something of the API, and nothing that a person has written. */
    private static final Set<String> NAMES = Set.of(
            "finish_reason", "model", "object", "role", "service_tier", "status", "stop_reason", "tool_choice", "type");

    private final String json;
    private final boolean isWhole;
    private final StringBuilder out;
    private String field = "";
    private int at;

    private JsonText(String json, boolean isWhole) {
        this.json = json;
        this.isWhole = isWhole;
        this.out = new StringBuilder(json.length());
    }

    /**
     * Returns valid JSON with the replacement character for what cannot be stored in texts, or null if it is nested deeper than 500 levels
     * or has a number of more than 300 characters or with an exponent of more than three digits.
     */
    static @Nullable String storable(@Nullable String json) {
        return json == null ? null : new JsonText(json, true).read();
    }

    /** Returns storable JSON with the length instead of each text that a person may have written. */
    static @Nullable String sizes(@Nullable String json) {
        return json == null ? null : new JsonText(json, false).read();
    }

    private @Nullable String read() {
        int depth = 0;
        while (at < json.length()) {
            char next = json.charAt(at);
            if (next == '"') {
                readText();
                continue;
            }
            if (next == '-' || (next >= '0' && next <= '9')) {
                if (!readNumber()) {
                    return null;
                }
                continue;
            }
            depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            if (depth > MAX_DEPTH) {
                return null;
            }
            out.append(next);
            at++;
        }
        return out.toString();
    }

    private boolean readNumber() {
        int start = at;
        int exponent = 0;
        boolean isExponent = false;
        while (at < json.length() && "+-.0123456789eE".indexOf(json.charAt(at)) >= 0) {
            char next = json.charAt(at++);
            exponent += isExponent && next >= '0' && next <= '9' ? 1 : 0;
            isExponent |= next == 'e' || next == 'E';
        }
        out.append(json, start, at);
        return at - start <= MAX_NUMBER && exponent <= MAX_EXPONENT;
    }

    private void readText() {
        int start = out.length();
        int size = copyText();
        if (isName()) {
            field = out.substring(start + 1, out.length() - 1);
        } else if (!isWhole && (size > MAX_NAME || !NAMES.contains(field))) {
            out.setLength(start);
            out.append(size);
        }
    }

    /** True if the text that was read is the name of a field. */
    private boolean isName() {
        int next = at;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        return next < json.length() && json.charAt(next) == ':';
    }

    /** Copies a text with its quotes and returns its length. */
    private int copyText() {
        int size = 0;
        copy(1);
        while (at < json.length() && json.charAt(at) != '"') {
            if (json.startsWith("\\u", at)) {
                copyEscape();
            } else {
                copy(json.charAt(at) == '\\' ? 2 : 1);
            }
            size++;
        }
        copy(1);
        return size;
    }

    private void copyEscape() {
        char unit = unitAt(at);
        if (Character.isHighSurrogate(unit) && Character.isLowSurrogate(unitAt(at + ESCAPE))) {
            copy(2 * ESCAPE);
        } else if (unit == 0 || Character.isSurrogate(unit)) {
            out.append(REPLACEMENT);
            at += ESCAPE;
        } else {
            copy(ESCAPE);
        }
    }

    /** Returns the character that is escaped at a place; another one than a surrogate if there is no escape. */
    private char unitAt(int place) {
        return json.startsWith("\\u", place) && place + ESCAPE <= json.length()
                ? (char) Integer.parseInt(json, place + 2, place + ESCAPE, HEXADECIMAL)
                : ' ';
    }

    private void copy(int length) {
        int end = Math.min(json.length(), at + length);
        out.append(json, at, end);
        at = end;
    }
}
