// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Conditions as PostgreSQL writes them in plans and index predicates: taken apart at AND, freed of casts. */
final class Conditions {
    private static final Pattern CAST = Pattern.compile(
            "::(?:\"[^\"]+\"|[\\w.]+)(?: varying| with(?:out)? time zone)?(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[])?");
    private static final Pattern NEEDLESS = Pattern.compile("(?<![\\w\"])\\(([\\w.\"$]+|\\w+\\([\\w.\"$]+\\))\\)");

    private Conditions() {}

    /** The parts of a condition that must all hold; none of an empty one. */
    static List<String> parts(String condition) {
        var inner = unwrapped(condition.strip());
        if (inner.isEmpty()) {
            return List.of();
        }
        var cuts = split(inner, " AND ");
        return cuts.size() == 1
                ? List.of(inner)
                : cuts.stream().flatMap(cut -> parts(cut).stream()).toList();
    }

    /** The sides of a comparison by {@code =}; none if it is something else. */
    static List<String> equalSides(String part) {
        var sides = split(part, " = ");
        return sides.size() == 2 ? sides : List.of();
    }

    /** An expression without casts, without parentheses that say nothing, and without the alias before a column. */
    static String bare(String expression, String alias) {
        var text = alias.isEmpty()
                ? expression
                : expression.replaceAll("(?<![\\w\"])\"?" + Pattern.quote(alias) + "\"?\\.", "");
        text = CAST.matcher(text).replaceAll("");
        for (var before = ""; !before.equals(text); ) {
            before = text;
            text = unwrapped(NEEDLESS.matcher(text).replaceAll("$1"));
        }
        return text;
    }

    /** A condition without the parentheses around it. */
    static String unwrapped(String condition) {
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

    /** The parts of a text between separators that stand outside of parentheses and quotes. */
    static List<String> split(String text, String separator) {
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
