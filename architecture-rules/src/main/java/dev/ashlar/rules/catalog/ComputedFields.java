// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Columns of a table that give themselves away as computed from others, each with what gives it away. */
final class ComputedFields {
    private static final Pattern EQUALITY = Pattern.compile("\\((\\w+) = \\((?!SELECT|ANY)[^']*? [-+*/%] [^']*\\)|"
            + "\\((\\w+) = \\w+\\((?!\\(?\\1\\b|\\(?\\2\\b)[^']*\\)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("^\\s*NEW\\.(\\w+)\\s*:?=[^;]+;", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern TOTAL = Pattern.compile("total_(\\w+)");
    /** One column of the first is known from the others. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("age", "birth_date"),
            List.of("full_name", "first_name", "last_name"),
            List.of("total|subtotal|line_total|total_price", "quantity|qty", "price|unit_price"),
            List.of("duration|duration_(ms|seconds|minutes)", "started_at|starts_at", "ended_at|ends_at"));

    private ComputedFields() {}

    static Map<Column, String> of(Table table) {
        var found = new LinkedHashMap<Column, String>();
        for (var column : table.columns()) {
            if (column.isGenerated()) {
                found.put(column, "it is");
            }
        }
        byChecks(table, found);
        byTriggers(table, found);
        byNames(table, found);
        return found;
    }

    private static void byChecks(Table table, Map<Column, String> found) {
        for (var check : table.constraints(Constraint.Kind.CHECK)) {
            var definition = check.definition();
            if (definition.contains(" OR ")
                    || definition.contains("CASE ")
                    || check.columns().size() < 2) {
                continue; // what holds only in some cases computes nothing
            }
            var equality = EQUALITY.matcher(definition);
            while (equality.find()) {
                var name = equality.group(1) != null ? equality.group(1) : equality.group(2);
                if (!name.equals("balance_after")) {
                    table.column(name).ifPresent(column -> found.putIfAbsent(column, definition + " computes it"));
                }
            }
        }
    }

    private static void byTriggers(Table table, Map<Column, String> found) {
        for (var trigger : table.triggers()) {
            var assignment = ASSIGNMENT.matcher(trigger.isBefore() ? trigger.source() : "");
            while (assignment.find()) {
                var name = assignment.group(1);
                if (!name.equals("updated_at") && !name.equals("version")) {
                    table.column(name)
                            .ifPresent(column ->
                                    found.putIfAbsent(column, "the trigger " + trigger.name() + " computes it"));
                }
            }
        }
    }

    private static void byNames(Table table, Map<Column, String> found) {
        for (var pair : PAIRS) {
            if (pair.stream().skip(1).allMatch(name -> has(table, name))) {
                table.columns().stream()
                        .filter(column -> column.name().matches(pair.get(0)))
                        .forEach(column -> found.putIfAbsent(
                                column, "it follows from " + String.join(", ", pair.subList(1, pair.size()))));
            }
        }
        for (var column : table.columns()) {
            var total = TOTAL.matcher(column.name());
            if (total.matches()) {
                var parts = table.columns().stream()
                        .filter(part -> !part.equals(column) && part.name().endsWith("_" + total.group(1)))
                        .count();
                if (parts > 1) {
                    found.putIfAbsent(column, "its parts stand beside it");
                }
            }
        }
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().matches(name));
    }
}
