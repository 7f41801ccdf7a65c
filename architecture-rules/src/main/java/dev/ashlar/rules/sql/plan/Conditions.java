// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import dev.ashlar.rules.sql.parse.Parentheses;
import java.util.List;
import java.util.regex.Pattern;

/** Conditions as PostgreSQL writes them in plans and index predicates: taken apart at AND, freed of casts. */
public final class Conditions {
    private static final Pattern CAST = Pattern.compile(
            "::(?:\"[^\"]+\"|[\\w.]+)(?: varying| with(?:out)? time zone)?(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[])?");
    private static final Pattern NEEDLESS = Pattern.compile("(?<![\\w\"])\\(([\\w.\"$]+|\\w+\\([\\w.\"$]+\\))\\)");

    private Conditions() {}

    /** Returns the parts of a condition that must all hold; none of an empty one. */
    public static List<String> parts(String condition) {
        var inner = Parentheses.unwrapped(condition.strip());
        if (inner.isEmpty()) {
            return List.of();
        }
        var cuts = Parentheses.split(inner, " AND ");
        return cuts.size() == 1
                ? List.of(inner)
                : cuts.stream().flatMap(cut -> parts(cut).stream()).toList();
    }

    /** Returns the sides of a comparison by {@code =}; none if it is something else. */
    static List<String> equalSides(String part) {
        var sides = Parentheses.split(part, " = ");
        return sides.size() == 2 ? sides : List.of();
    }

    /** Returns an expression without casts, without parentheses that say nothing, and without the alias before a column. */
    public static String bare(String expression, String alias) {
        var text = alias.isEmpty()
                ? expression
                : expression.replaceAll("(?<![\\w\"])\"?" + Pattern.quote(alias) + "\"?\\.", "");
        text = CAST.matcher(text).replaceAll("");
        for (var before = ""; !before.equals(text); ) {
            before = text;
            text = Parentheses.unwrapped(NEEDLESS.matcher(text).replaceAll("$1"));
        }
        return text;
    }
}
