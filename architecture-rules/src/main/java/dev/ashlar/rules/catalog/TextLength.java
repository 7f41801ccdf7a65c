// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.regex.Pattern;

/** True if the values of a text column have a greatest length, by its type, its checks and what it refers to. */
final class TextLength {
    private static final Pattern MATCHES = Pattern.compile("~\\*? '\\^(.*)\\$'");

    private TextLength() {}

    static boolean isBounded(Table table, Column column) {
        return column.type().endsWith(")")
                || table.constraints().stream().anyMatch(constraint -> bounds(constraint, column.name()));
    }

    private static boolean bounds(Constraint constraint, String column) {
        if (constraint.kind() == Kind.FOREIGN_KEY) {
            return constraint.columns().contains(column);
        }
        if (constraint.kind() != Kind.CHECK || !constraint.columns().contains(column)) {
            return false;
        }
        var named = "\\(*\"?" + Pattern.quote(column) + "\"?\\)*(::text)?\\)*";
        var check = constraint.definition();
        if (Pattern.compile("(length|octet_length)\\(" + named + " (<=|<|=) \\d+")
                        .matcher(check)
                        .find()
                || Pattern.compile("\\(" + named + " = (ANY|')").matcher(check).find()) {
            return true;
        }
        var pattern = MATCHES.matcher(check);
        return pattern.find() && isFinite(pattern.group(1));
    }

    /** True if a regular expression matches no text beyond some length. */
    private static boolean isFinite(String expression) {
        var withoutClasses = expression.replaceAll("\\\\.", "x").replaceAll("\\[\\^?\\]?[^\\]]*\\]", "x");
        return !withoutClasses.matches(".*([*+]|\\{\\d+,\\}).*");
    }
}
