// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node of a plan, as {@code EXPLAIN (VERBOSE, FORMAT JSON)} tells it.
 *
 * @param json all that PostgreSQL says about it
 * @param children the nodes it takes its rows from, and those of its subqueries
 */
public record PlanNode(JsonNode json, List<PlanNode> children) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Returns the top of a plan that PostgreSQL explains in JSON. */
    public static PlanNode parse(String explained) {
        return of(JSON.readTree(explained).path(0).path("Plan"));
    }

    public static PlanNode of(JsonNode json) {
        var children = new ArrayList<PlanNode>();
        json.path("Plans").forEach(child -> children.add(of(child)));
        return new PlanNode(json, List.copyOf(children));
    }

    /** This node and all below it, from the top. */
    public Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PlanNode::all));
    }

    /** Returns the operation: {@code Index Scan}, {@code Limit}, {@code Nested Loop}. */
    public String type() {
        return text("Node Type");
    }

    /** Returns one of its properties as text, such as {@code Filter}; empty if it has none. */
    public String text(String property) {
        return json.path(property).asString("");
    }

    /** Returns one of its properties that is a list, such as {@code Sort Key}. */
    public List<String> list(String property) {
        var found = new ArrayList<String>();
        json.path(property).forEach(item -> found.add(item.asString()));
        return found;
    }

    /** True if it reads a table. */
    public boolean scansTable() {
        return !relation().isEmpty() && type().endsWith("Scan");
    }

    /** Returns the table it reads or writes; empty if none. */
    public String relation() {
        return text("Relation Name");
    }

    /** Returns the table with its schema; empty if none. */
    public String table() {
        return relation().isEmpty() ? "" : text("Schema") + "." + relation();
    }

    /** Alias of the relation that it reads. */
    public String alias() {
        return text("Alias");
    }

    /** Returns the indexes it uses, for a bitmap scan those below it. */
    public List<String> indexes() {
        return type().equals("Bitmap Heap Scan")
                ? all().map(node -> node.text("Index Name"))
                        .filter(name -> !name.isEmpty())
                        .toList()
                : Stream.of(text("Index Name")).filter(name -> !name.isEmpty()).toList();
    }

    /** Conditions that its indexes are searched for, for a bitmap scan below it; empty if they are read from end to end. */
    public String indexCondition() {
        return type().equals("Bitmap Heap Scan")
                ? String.join(
                        " AND ",
                        all().map(node -> node.text("Index Cond"))
                                .filter(condition -> !condition.isEmpty())
                                .toList())
                : text("Index Cond");
    }

    /** Returns the filter that discards rows after they were read. */
    public String filter() {
        return text("Filter");
    }

    /** True if PostgreSQL only takes this way because there is no other: no index serves it. */
    public boolean disabled() {
        return json.path("Disabled").asBoolean(false) || type().equals("Seq Scan");
    }
}
