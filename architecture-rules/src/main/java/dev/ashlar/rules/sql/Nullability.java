// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.sql.plan.Conditions;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.prepare.ResultColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * True if a result's column can be null. It is a column of a table that may be null, or any column of what an outer join may
 * leave out, unless a condition rules that out; or an aggregate over rows of which there may be none. Of other expressions
 * nothing is said: not everything that might be null is found, but what is found is.
 */
final class Nullability {
    private static final Pattern QUALIFIED = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern LOOKUP = Pattern.compile("\\(?(InitPlan \\d+)\\)?\\.col1");
    private static final Pattern EMPTY_WITHOUT_ROWS =
            Pattern.compile("(?:sum|min|max|avg|array_agg|string_agg|json_agg|jsonb_agg|bool_and|bool_or)\\(.*\\)");

    private final Prepared prepared;
    private final Set<String> optional = new HashSet<>();

    Nullability(Prepared prepared) {
        this.prepared = prepared;
        collectOptional(prepared.plan(), false);
    }

    private void collectOptional(PlanNode node, boolean within) {
        if (within && !node.alias().isEmpty()) {
            optional.add(node.alias());
        }
        var type = node.text("Join Type");
        for (var child : node.children()) {
            var side = child.text("Parent Relationship");
            boolean flows = side.equals("Outer") || side.equals("Inner") || side.equals("Subquery");
            boolean left = type.equals("Left") && side.equals("Inner");
            boolean right = type.equals("Right") && side.equals("Outer");
            collectOptional(child, (flows && within) || left || right || type.equals("Full"));
        }
    }

    /** True if it surely can be null. */
    boolean mayBeNull(ResultColumn column) {
        var expression = Conditions.bare(column.expression(), "");
        var reference = QUALIFIED.matcher(expression);
        if (reference.matches() && optional.contains(reference.group(1))) {
            return true;
        }
        if (column.table() == null) {
            var lookup = LOOKUP.matcher(expression);
            return lookup.matches()
                    ? isLookup(lookup.group(1))
                    : EMPTY_WITHOUT_ROWS.matcher(expression).matches()
                            && prepared.plan().type().equals("Aggregate")
                            && prepared.plan().text("Strategy").equals("Plain");
        }
        return !column.declaredNotNull()
                && isTable(column)
                && readings(column).stream().noneMatch(scan -> excludesNull(scan, column));
    }

    /** True if a value is looked up in a separate query: PostgreSQL finds a maximum that way, too. */
    private boolean isLookup(String name) {
        return prepared.plan()
                .all()
                .anyMatch(node ->
                        node.text("Subplan Name").equals(name) && node.type().equals("Limit"));
    }

    /** True if it is from a table and not from a view, whose columns are never declared NOT NULL. */
    private boolean isTable(ResultColumn column) {
        return prepared.plan().all().anyMatch(node -> node.table().equals(column.schema() + "." + column.table()));
    }

    private List<Scan> readings(ResultColumn column) {
        return prepared.scans().stream()
                .filter(scan -> scan.table().qualified().equals(column.schema() + "." + column.table()))
                .toList();
    }

    private static boolean excludesNull(Scan scan, ResultColumn column) {
        return scan.conditions().stream()
                .anyMatch(part -> part.equals(column.column() + " IS NOT NULL")
                        || part.matches(Pattern.quote(String.valueOf(column.column())) + " (?:=|<|>|<=|>=|<>|~~) .*"));
    }
}
