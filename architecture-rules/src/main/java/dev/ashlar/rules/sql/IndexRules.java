// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Index;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rules on what PostgreSQL reads to answer a statement, by the plan it has for an empty database without reading whole tables. */
final class IndexRules {
    private static final Set<String> SORTS = Set.of("Sort", "Incremental Sort");
    private static final Set<String> GROUPS = Set.of("Aggregate", "Group", "WindowAgg", "ModifyTable", "Unique");
    private static final Set<String> ROW_BY_ROW =
            Set.of("Limit", "LockRows", "Result", "Subquery Scan", "Nested Loop", "Merge Append", "ProjectSet");

    static final List<Rule> RULES = List.of(
            Rule.of("unindexed-query")
                    .with(Prepared.check(
                            prepared -> prepared.scans().stream().anyMatch(scan -> true),
                            (prepared, breach) -> unserved(
                                    prepared.plan(),
                                    prepared,
                                    SORTS.contains(prepared.plan().type()),
                                    false,
                                    breach))),
            Rule.of("mismatched-index")
                    .with(Prepared.check(
                            prepared -> prepared.scans().stream()
                                    .anyMatch(scan -> scan.index() != null && !scan.isUnique()),
                            IndexRules::matching)));

    private IndexRules() {}

    /**
     * @param wanted true if a join or an ORDER BY above wants rows in a certain order or by a certain value
     * @param paged true if a LIMIT above stops the reading, with nothing in between that must see all rows first
     */
    private static void unserved(
            PlanNode node, Prepared prepared, boolean wanted, boolean paged, Consumer<String> breach) {
        var scan = prepared.scan(node);
        if (scan != null && node.indexCondition().isEmpty() && !scan.isServable()) {
            var how = node.disabled() ? "it is read from end to end" : "all of " + node.indexes() + " is read";
            if (!node.filter().isEmpty()) {
                breach.accept("no index serves " + node.filter() + " on " + scan + ": " + how);
            } else if (wanted && !(paged && !node.disabled())) {
                breach.accept("no index serves a join or an order of " + scan + ": " + how);
            }
        }
        for (var child : node.children()) {
            boolean inner = child.text("Parent Relationship").equals("Inner");
            boolean flows = inner || child.text("Parent Relationship").equals("Outer");
            boolean groups = GROUPS.contains(node.type());
            boolean ordered = SORTS.contains(child.type()) && !groups;
            boolean stillWanted = wanted && flows && !groups && !SORTS.contains(child.type());
            boolean stillPaged = node.type().equals("Limit") || (paged && ROW_BY_ROW.contains(node.type()));
            unserved(child, prepared, stillWanted || ordered || inner, flows && !inner && stillPaged, breach);
        }
    }

    private static void matching(Prepared prepared, Consumer<String> breach) {
        prepared.scans().forEach(scan -> leading(scan, breach));
        sorted(prepared.plan(), prepared, breach);
        sifted(prepared.plan(), prepared, false, breach);
    }

    private static void leading(Scan scan, Consumer<String> breach) {
        var index = scan.index();
        var condition = scan.node().indexCondition();
        if (index != null && index.method().equals("btree") && !condition.isEmpty()) {
            var first = scan.bare(index.keys().get(0));
            if (!scan.bare(condition).contains(first) && !hasBetter(scan, condition)) {
                breach.accept("asks index " + index.name() + " of " + scan + " for " + condition
                        + " but not for its first column, " + first);
            }
        }
    }

    /** On an empty table one index costs what another does; what the plan takes there says nothing if a better one is there. */
    private static boolean hasBetter(Scan scan, String condition) {
        return scan.table().indexes().stream()
                .filter(index -> index.method().equals("btree") && scan.holdsFor(index))
                .anyMatch(index -> scan.bare(condition)
                        .matches("\\W*" + Pattern.quote(scan.bare(index.keys().get(0))) + "\\b.*"));
    }

    private static void sorted(PlanNode node, Prepared prepared, Consumer<String> breach) {
        if (node.type().equals("Limit")) {
            var below = node.children().get(0);
            while (below.type().equals("LockRows")
                    || (below.type().equals("Result") && !below.children().isEmpty())) {
                below = below.children().get(0);
            }
            if (SORTS.contains(below.type())) {
                sortedPage(below, prepared, breach);
            }
        }
        node.children().forEach(child -> sorted(child, prepared, breach));
    }

    private static void sortedPage(PlanNode sort, Prepared prepared, Consumer<String> breach) {
        for (var scan : prepared.scans()) {
            if (sort.all().noneMatch(node -> node.equals(scan.node())) || scan.isUnique()) {
                continue;
            }
            var order = new ArrayList<String>();
            for (var key : sort.list("Sort Key")) {
                var column = scan.bare(key.replaceAll(" DESC| NULLS (FIRST|LAST)", ""));
                if (scan.table().column(column).isEmpty()) {
                    return; // an expression, or a column of another table: no index of this table has that order
                }
                order.add(column);
            }
            if (scan.table().indexes().stream().noneMatch(index -> gives(index, scan, order.get(0)))) {
                breach.accept("sorts what it finds in " + scan + " by " + String.join(", ", order)
                        + " for each page: no index is "
                        + (scan.equalled().isEmpty() ? "" : "by " + String.join(", ", scan.equalled()) + ", then ")
                        + "in that order");
            }
        }
    }

    /** A page of rows that equal something: without an index it reads until enough of them have come by. */
    private static void sifted(PlanNode node, Prepared prepared, boolean paged, Consumer<String> breach) {
        var scan = prepared.scan(node);
        if (scan != null && paged && !scan.isUnique()) {
            for (var column : scan.equalled()) {
                boolean isBoolean = scan.table()
                        .column(column)
                        .filter(found -> found.type().equals("boolean"))
                        .isPresent();
                if (scan.table().column(column).isPresent()
                        && !isBoolean
                        && scan.table().indexes().stream().noneMatch(index -> begins(index, scan, column))) {
                    breach.accept("reads " + scan + " until enough rows have come by whose " + column
                            + " is right: no index begins with it, or with what else is compared, and it");
                }
            }
        }
        for (var child : node.children()) {
            boolean flows = child.text("Parent Relationship").equals("Outer");
            boolean still = node.type().equals("Limit")
                    || (paged && (ROW_BY_ROW.contains(node.type()) || SORTS.contains(node.type())));
            sifted(child, prepared, flows && still, breach);
        }
    }

    /** True if a column is among those that an index begins with and that are all compared, or says which rows it holds. */
    private static boolean begins(Index index, Scan scan, String column) {
        boolean keyed = index.keys().stream()
                .map(scan::bare)
                .takeWhile(key -> scan.equalled().contains(key))
                .anyMatch(column::equals);
        boolean partial =
                Scan.predicates(index).stream().anyMatch(part -> scan.bare(part).startsWith(column + " = "));
        return scan.holdsFor(index) && (keyed || partial);
    }

    /** True if an index has rows of equal values in an order: its keys are some of those values, then what sorts first. */
    private static boolean gives(Index index, Scan scan, String first) {
        var after = index.keys().stream()
                .map(scan::bare)
                .dropWhile(key -> scan.equalled().contains(key))
                .findFirst();
        return index.method().equals("btree")
                && scan.holdsFor(index)
                && after.filter(first::equals).isPresent();
    }
}
