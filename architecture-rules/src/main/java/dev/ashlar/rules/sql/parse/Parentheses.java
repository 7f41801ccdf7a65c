// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.parse;

import java.util.ArrayList;
import java.util.List;

/** Conditions with parentheses and quotes, in SQL or OGNL: unwrapped, and split where a separator is outside of both. */
public final class Parentheses {
    private Parentheses() {}

    /** Returns a condition without the parentheses around it. */
    public static String unwrapped(String condition) {
        var text = condition;
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static int closing(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the parts of a text between separators that are outside of parentheses and quotes. */
    public static List<String> split(String text, String separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && !quoted && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i).strip());
                start = i + separator.length();
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
