// SPDX-License-Identifier: Apache-2.0
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
    private final StringBuilder out;

    private JsonText(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length());
    }

    /**
     * Returns valid JSON with the replacement character for what cannot be stored in texts, or null if it is nested deeper than 500 levels
     * or has a number of more than 300 characters or with an exponent of more than three digits.
     */
    static @Nullable String storable(@Nullable String json) {
        return json == null ? null : new JsonText(json).read(true);
    }

    /** Returns storable JSON with the length instead of each text that a person may have written. */
    static @Nullable String sizes(@Nullable String json) {
        return json == null ? null : new JsonText(json).read(false);
    }

    private @Nullable String read(boolean isWhole) {
        var field = "";
        int depth = 0;
        int at = 0;
        while (at < json.length()) {
            char next = json.charAt(at);
            int start = out.length();
            if (next == '"') {
                int end = copyText(at);
                if (isName(end)) {
                    field = out.substring(start + 1, out.length() - 1);
                } else if (!isWhole) {
                    measureText(start, NAMES.contains(field));
                }
                at = end;
            } else if (next == '-' || isDigit(next)) {
                at = copyNumber(at);
                if (isEndless(out.substring(start))) {
                    return null;
                }
            } else {
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
                if (depth > MAX_DEPTH) {
                    return null;
                }
                at = copy(at, 1);
            }
        }
        return out.toString();
    }

    private int copyNumber(int start) {
        int end = start;
        while (end < json.length() && "+-.0123456789eE".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return copy(start, end - start);
    }

    private static boolean isEndless(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        long digits = exponent < 0
                ? 0
                : number.substring(exponent).chars().filter(JsonText::isDigit).count();
        return number.length() > MAX_NUMBER || digits > MAX_EXPONENT;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Replaces the text at the end of the output by its length, unless it is a short name. */
    private void measureText(int start, boolean mayBeName) {
        int length = length(start + 1, out.length() - 1);
        if (!mayBeName || length > MAX_NAME) {
            out.setLength(start);
            out.append(length);
        }
    }

    /** Returns the number of characters between two places of the output, an escape counted as one. */
    private int length(int start, int end) {
        int length = 0;
        for (int at = start; at < end; length++) {
            at += out.charAt(at) != '\\' ? 1 : out.charAt(at + 1) == 'u' ? ESCAPE : 2;
        }
        return length;
    }

    /** True if a text that ends at a place is the name of a field. */
    private boolean isName(int end) {
        int next = end;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        return next < json.length() && json.charAt(next) == ':';
    }

    /** Copies a text with its quotes and returns its end. */
    private int copyText(int start) {
        int at = copy(start, 1);
        while (at < json.length() && json.charAt(at) != '"') {
            at = json.startsWith("\\u", at) ? copyEscape(at) : copy(at, json.charAt(at) == '\\' ? 2 : 1);
        }
        return copy(at, 1);
    }

    private int copyEscape(int at) {
        char unit = unitAt(at);
        if (Character.isHighSurrogate(unit) && Character.isLowSurrogate(unitAt(at + ESCAPE))) {
            return copy(at, 2 * ESCAPE);
        }
        if (unit != 0 && !Character.isSurrogate(unit)) {
            return copy(at, ESCAPE);
        }
        out.append(REPLACEMENT);
        return at + ESCAPE;
    }

    /** Returns the character that is escaped at a place; another one than a surrogate if there is no escape. */
    private char unitAt(int at) {
        return json.startsWith("\\u", at) && at + ESCAPE <= json.length()
                ? (char) Integer.parseInt(json, at + 2, at + ESCAPE, HEXADECIMAL)
                : ' ';
    }

    private int copy(int start, int length) {
        int end = Math.min(json.length(), start + length);
        out.append(json, start, end);
        return end;
    }
}
