// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import dev.ashlar.rules.sql.parse.Parentheses;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions as text that can be compared: without qualifiers, casts, quotes around names and the differences between what
 * a person writes and what PostgreSQL makes of it in the definition of an index.
 */
public final class NormalizedSql {
    private static final Pattern CAST = Pattern.compile("::\\s*[\\w.\"]+(\\s*\\(\\d+(,\\s*\\d+)?\\))?(\\[])?");
    private static final Pattern CAST_FUNCTION = Pattern.compile("\\bcast\\(([^()]+) as [\\w. ]+\\)");
    private static final Pattern QUALIFIER = Pattern.compile("\\b[a-z_]\\w*\\.(?=[a-z_\"])");
    private static final Pattern ANY_OF = Pattern.compile("= any ?\\(\\(?array\\[(.*?)]\\)?\\)");

    private NormalizedSql() {}

    public static String text(Object expression) {
        var text = expression
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        text = CAST_FUNCTION.matcher(CAST.matcher(text).replaceAll("")).replaceAll("$1");
        text = QUALIFIER.matcher(text).replaceAll("").replace("\"", "").replace("!=", "<>");
        text = ANY_OF.matcher(text).replaceAll("in ($1)").replaceAll("\\(([a-z_]\\w*|'[^']*')\\)(?= |$)", "$1");
        return Parentheses.unwrapped(text);
    }

    /** Returns the texts of several expressions, such as the keys of an index. */
    public static Set<String> texts(Collection<?> expressions) {
        return expressions.stream().map(NormalizedSql::text).collect(Collectors.toSet());
    }

    /** Returns the conditions of an index's predicate that must all hold. */
    public static List<String> conditions(@Nullable String predicate) {
        return predicate == null
                ? List.of()
                : Arrays.stream(text(predicate).split(" and "))
                        .map(Parentheses::unwrapped)
                        .toList();
    }
}
