// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.util.Set;
import java.util.stream.Stream;

/** True if a plan can only give so many rows, whatever the tables hold. */
final class Bounds {
    private static final Set<String> ONE_SIDED = Set.of("Semi", "Anti");

    private final Prepared prepared;

    private Bounds(Prepared prepared) {
        this.prepared = prepared;
    }

    static boolean has(Prepared prepared) {
        return new Bounds(prepared).of(prepared.plan());
    }

    private boolean of(PlanNode node) {
        var scan = prepared.scan(node);
        if (scan != null) {
            return scan.isUnique();
        }
        return switch (node.type()) {
            case "Limit", "Values Scan", "Table Function Scan", "Function Scan", "Named Tuplestore Scan" -> true;
            case "Aggregate" -> node.text("Strategy").equals("Plain") || flows(node);
            case "CTE Scan" -> cte(node.text("CTE Name"));
            case "Recursive Union", "WorkTable Scan", "Seq Scan" -> false;
            case "Nested Loop", "Hash Join", "Merge Join" ->
                ONE_SIDED.contains(node.text("Join Type")) ? of(node.children().get(0)) : flows(node);
            default -> flows(node);
        };
    }

    /** True if all that a node takes its rows from is bounded; true for one that makes its row itself. */
    private boolean flows(PlanNode node) {
        return rows(node).allMatch(this::of);
    }

    private static Stream<PlanNode> rows(PlanNode node) {
        return node.children().stream()
                .filter(child -> !Set.of("InitPlan", "SubPlan").contains(child.text("Parent Relationship")));
    }

    private boolean cte(String name) {
        return prepared.plan()
                .all()
                .filter(node -> node.text("Subplan Name").equals("CTE " + name))
                .allMatch(this::of);
    }
}
