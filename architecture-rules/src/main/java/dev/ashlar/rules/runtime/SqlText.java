// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Facts about a statement's text as it is sent. */
final class SqlText {
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.$\"?])\\d+(?:\\.\\d+)?(?![\\w\"])");
    private static final Pattern CHANGES = Pattern.compile("(?is)\\s*(?:UPDATE|DELETE\\s+FROM)\\s.*");
    private static final Pattern CONDITION = Pattern.compile("(?i)\\bWHERE\\b");

    private SqlText() {}

    /** Returns the first literal that is not in the mapper: a value that was not bound. */
    static @Nullable String foreignLiteral(String sql, String mapperText) {
        var literals = LITERAL.matcher(sql);
        while (literals.find()) {
            if (!mapperText.contains(literals.group())) {
                return literals.group();
            }
        }
        return null;
    }

    /** True if it is an UPDATE or DELETE of every row. */
    static boolean lacksCondition(String sql) {
        return CHANGES.matcher(sql).matches() && !CONDITION.matcher(sql).find();
    }
}
