// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import dev.ashlar.rules.catalog.Index;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.query.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a table in a plan, with all that must hold for the rows that are kept: what its index is searched for, which
 * rows a partial index has, its filter, and the conditions of inner joins.
 *
 * @param node the node of the plan
 * @param table the table
 * @param conditions what must hold, part by part, as PostgreSQL writes it but without casts and the alias
 * @param written true if it finds the rows that the statement changes
 */
public record Scan(PlanNode node, Table table, List<String> conditions, boolean written) {
    private static final String NOT_NULL = " IS NOT NULL";

    /** Returns all readings of tables that are known. */
    public static List<Scan> of(PlanNode plan, Tables tables) {
        var found = new ArrayList<Scan>();
        collect(plan, List.of(), "", tables, found);
        return found;
    }

    private static void collect(PlanNode node, List<String> joined, String target, Tables tables, List<Scan> found) {
        var inherited = joined;
        if (Set.of("Inner", "Semi").contains(node.text("Join Type"))) {
            inherited = new ArrayList<>(joined);
            inherited.addAll(Conditions.parts(node.text("Join Filter")));
        }
        var table = node.scansTable() ? tables.find(node.table()).orElse(null) : null;
        if (table != null) {
            boolean written = (node.table() + " " + node.alias()).equals(target);
            found.add(new Scan(node, table, conditions(node, table, inherited), written));
        }
        for (var child : node.children()) {
            boolean flows = child.text("Parent Relationship").matches("Outer|Inner|Member|Subquery");
            var changed = node.type().equals("ModifyTable") ? node.table() + " " + node.alias() : target;
            collect(child, flows ? inherited : List.of(), flows ? changed : "", tables, found);
        }
    }

    private static List<String> conditions(PlanNode node, Table table, List<String> joined) {
        var all = new LinkedHashSet<>(Conditions.parts(node.indexCondition()));
        all.addAll(Conditions.parts(node.filter()));
        all.addAll(Conditions.parts(node.text("Recheck Cond")));
        joined.stream().filter(part -> part.contains(node.alias() + ".")).forEach(all::add);
        table.indexes().stream()
                .filter(index -> node.indexes().contains(index.name()))
                .forEach(index -> all.addAll(predicates(index)));
        return all.stream()
                .map(part -> Conditions.bare(part, node.alias()))
                .distinct()
                .toList();
    }

    /** Alias of the table in the statement. */
    public String alias() {
        return node.alias();
    }

    /** Returns an expression of the table without casts, needless parentheses and the alias, as the conditions are. */
    public String bare(String expression) {
        return Conditions.bare(expression, alias());
    }

    /** Returns the index it uses, if it is one and of this table. */
    @Nullable
    public Index index() {
        return table.indexes().stream()
                .filter(index -> node.indexes().contains(index.name()))
                .findFirst()
                .orElse(null);
    }

    /** Columns and expressions of the table that must equal something, or one of an array's items. */
    public Set<String> equalled() {
        return conditions.stream()
                .flatMap(part -> Conditions.equalSides(part).stream())
                .map(this::bare)
                .filter(side -> Character.isLetter(side.charAt(0)) && !side.startsWith("ANY ("))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** True if there is at most one row for each value, or each item of an array, that it is asked for. */
    public boolean isUnique() {
        return table.indexes().stream()
                .filter(Index::isUnique)
                .filter(this::holdsFor)
                .anyMatch(index -> equalled()
                        .containsAll(index.keys().stream().map(this::bare).toList()));
    }

    /**
     * True if some index could be asked for one of the conditions. Without rows PostgreSQL knows no better than to read all of a
     * smaller one at times.
     */
    public boolean isServable() {
        return table.indexes().stream()
                .filter(this::holdsFor)
                .flatMap(index -> index.method().equals("gin") || index.method().equals("gist")
                        ? index.keys().stream()
                        : index.keys().stream().limit(1))
                .anyMatch(key -> compares(bare(key)));
    }

    private boolean compares(String key) {
        return conditions.stream()
                .filter(part -> !part.contains(" OR "))
                .anyMatch(part -> part.matches(Pattern.quote(key) + " (?:=|<|>|<=|>=|~~|@>|<@|&&|IS NULL).*")
                        || part.endsWith(" " + key));
    }

    /** True if all rows that are wanted are in an index, which is no question but for a partial one. */
    public boolean holdsFor(Index index) {
        return predicates(index).stream()
                .map(this::bare)
                .allMatch(part -> conditions.contains(part) || isImplied(part));
    }

    /** Columns compared for equality, which are therefore not null. */
    private boolean isImplied(String part) {
        return part.endsWith(NOT_NULL) && equalled().contains(part.substring(0, part.length() - NOT_NULL.length()));
    }

    /** Returns the conditions on the rows of an index, part by part; no parts if it is for all. */
    public static List<String> predicates(Index index) {
        return index.predicate() == null ? List.of() : Conditions.parts(index.predicate());
    }

    /** True if rows that are marked as deleted are left out. */
    public boolean leavesOutDeleted() {
        return conditions.contains("deleted_at IS NULL");
    }

    @Override
    public String toString() {
        return table.qualified() + (alias().isEmpty() || table.name().equals(alias()) ? "" : " " + alias());
    }
}
