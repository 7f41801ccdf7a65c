// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Partitions and their indexes. A statement names a partitioned table, and its plan reads the partitions; rules see one reading of the
 * table instead.
 *
 * @param tables names of partitioned tables by those of their partitions with the schema, in which both are
 * @param indexes names of the indexes of partitioned tables by those of the partitions' indexes
 */
public record Partitions(Map<String, String> tables, Map<String, String> indexes) {
    private static final String RELATION = "Relation Name";
    private static final String INDEX = "Index Name";
    private static final String ALIAS = "Alias";
    private static final String RELATIONSHIP = "Parent Relationship";
    private static final String PLANS = "Plans";

    public static Partitions of(Connection connection) throws SQLException {
        var tables = new HashMap<String, String>();
        var indexes = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT s.nspname, p.relname, r.relname, p.relkind IN ('i', 'I')
                        FROM pg_class p
                        JOIN pg_namespace s ON s.oid = p.relnamespace
                        JOIN pg_class r ON r.oid = pg_partition_root(p.oid)
                        WHERE p.relispartition""")) {
            while (row.next()) {
                if (row.getBoolean(4)) {
                    indexes.put(row.getString(2), row.getString(3));
                } else {
                    tables.put(row.getString(1) + "." + row.getString(2), row.getString(3));
                }
            }
        }
        return new Partitions(Map.copyOf(tables), Map.copyOf(indexes));
    }

    /** Returns the plan with partitioned tables instead of their partitions. What would be there once for each partition is there once. */
    public PlanNode merged(PlanNode plan) {
        // PostgreSQL calls the partitions of a table i by i_1, i_2 and so on.
        var aliases = plan.all()
                .filter(node -> tables.containsKey(node.table()))
                .map(PlanNode::alias)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), alias -> alias.replaceFirst("_\\d+$", "")));
        return aliases.isEmpty() ? plan : merged(plan, aliases);
    }

    private PlanNode merged(PlanNode node, Map<String, String> aliases) {
        var children =
                node.children().stream().map(child -> merged(child, aliases)).toList();
        if (children.isEmpty() || !node.type().endsWith("Append")) {
            return new PlanNode(renamed(node, aliases), children);
        }
        var different = new LinkedHashMap<String, PlanNode>();
        children.forEach(child -> different.putIfAbsent(form(child), child));
        var only = different.values().iterator().next();
        if (different.size() > 1) {
            return new PlanNode(renamed(node, aliases), List.copyOf(different.values()));
        }
        var json = (ObjectNode) only.json().deepCopy();
        json.put(RELATIONSHIP, node.text(RELATIONSHIP));
        return new PlanNode(json, only.children());
    }

    private JsonNode renamed(PlanNode node, Map<String, String> aliases) {
        var json = (ObjectNode) node.json().deepCopy();
        json.remove(PLANS);
        for (var name : List.copyOf(json.propertyNames())) {
            json.set(name, renamed(json.get(name), aliases));
        }
        if (tables.containsKey(node.table())) {
            json.put(RELATION, tables.get(node.table()));
            json.put(ALIAS, aliases.get(node.alias()));
        }
        if (indexes.containsKey(node.text(INDEX))) {
            json.put(INDEX, indexes.get(node.text(INDEX)));
        }
        return json;
    }

    private static JsonNode renamed(JsonNode value, Map<String, String> aliases) {
        if (value instanceof ArrayNode list) {
            var renamed = list.arrayNode();
            list.forEach(item -> renamed.add(renamed(item, aliases)));
            return renamed;
        }
        if (!value.isString()) {
            return value;
        }
        var text = value.asString();
        for (var alias : aliases.entrySet()) {
            text = text.replaceAll("\\b" + alias.getKey() + "\\.", alias.getValue() + ".");
        }
        return StringNode.valueOf(text);
    }

    /** Returns a plan as text without its costs, which differ by the sizes of tables. */
    private static String form(PlanNode node) {
        var json = (ObjectNode) node.json().deepCopy();
        json.remove(PLANS);
        json.removeIf(JsonNode::isNumber);
        return json + node.children().stream().map(Partitions::form).collect(Collectors.joining(",", "(", ")"));
    }
}
