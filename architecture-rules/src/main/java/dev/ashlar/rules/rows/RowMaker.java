// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.ashlar.rules.rows.TargetTable.TargetColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills the tables of a database with rows that their types, NOT NULLs, enums, foreign keys, unique indexes and checks allow.
 * It offers PostgreSQL some values for each column and lets it find the combinations that satisfy the checks: a join of the
 * values, filtered by the checks' own expressions. Columns that no check mentions get any value; nullable ones are empty in
 * every other row, and enums take turns, so that the rows differ.
 *
 * {@snippet :
 * var unfilled = RowMaker.on(connection).fill(3);
 * }
 */
public final class RowMaker {
    private static final int ROUNDS = 3;

    private final Connection connection;
    private final Set<TargetTable> filled = new HashSet<>();
    private final Set<String> withRows = new HashSet<>();
    private final Map<Attempt, String> vain = new HashMap<>();

    /** A table that got no row, with those of the tables it refers to that had some. */
    private record Attempt(TargetTable table, Set<String> parents) {}

    private RowMaker(Connection connection) {
        this.connection = connection;
    }

    /** Rows go in over a connection of the tables' owner, each in a separate transaction. */
    public static RowMaker on(Connection autocommitting) {
        return new RowMaker(autocommitting);
    }

    /**
     * Adds rows until each table has that many. A further call leaves out tables whose columns and constraints have not changed since they
     * got rows, or since they got none while the same tables that they refer to had some.
     *
     * @return the tables that have none because no row could be made, each with the reason
     */
    public Map<String, String> fill(int rows) throws SQLException {
        var tables = TargetTable.all(connection);
        execute("SET join_collapse_limit = 1; SET geqo = off; SET jit = off; SET statement_timeout = '3s'");
        try {
            var unfilled = new LinkedHashMap<String, String>();
            for (int round = 0; round < ROUNDS; round++) { // parents may come after children
                unfilled.clear();
                for (var table : tables) {
                    if (!filled.contains(table)) {
                        fill(table, rows, unfilled);
                    }
                }
            }
            tables.stream().filter(table -> !unfilled.containsKey(table.name())).forEach(filled::add);
            return unfilled;
        } finally {
            execute("RESET join_collapse_limit; RESET geqo; RESET jit; RESET statement_timeout");
        }
    }

    private void fill(TargetTable table, int rows, Map<String, String> unfilled) throws SQLException {
        var parents =
                table.references().stream().map(TargetTable.ForeignKey::table).collect(toSet());
        parents.retainAll(withRows);
        var attempt = new Attempt(table, parents);
        if (vain.containsKey(attempt)) {
            unfilled.put(table.name(), vain.get(attempt));
            return;
        }
        int there = count(table, rows);
        var reason = "its constraints leave no combination of the values tried";
        for (int seed = there; there < rows && seed < rows * 2; seed++) {
            try {
                there += execute(insert(table, seed));
            } catch (SQLException refused) {
                reason = String.valueOf(refused.getMessage());
            }
        }
        if (there == 0) {
            unfilled.put(table.name(), reason);
            vain.put(attempt, reason);
        } else {
            withRows.add(table.name());
        }
    }

    private int count(TargetTable table, int most) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM (SELECT FROM " + table.name() + " LIMIT " + most + ") AS few")) {
            row.next();
            return row.getInt(1);
        }
    }

    private String insert(TargetTable table, int seed) {
        var columns = related(table);
        if (columns.isEmpty()) {
            return "INSERT INTO " + table.name() + " DEFAULT VALUES";
        }
        var names = columns.stream().map(TargetColumn::name).collect(joining(", "));
        var sources = new ArrayList<String>();
        for (var column : columns) {
            sources.add("(" + source(table, column, seed) + ") AS s" + sources.size() + " (" + column.name() + ")");
        }
        var conditions = new ArrayList<String>();
        table.checks().forEach(check -> conditions.add("(" + check.expression() + ") IS NOT FALSE"));
        table.references().forEach(reference -> conditions.add(exists(reference)));
        table.keys().forEach(key -> conditions.add(isNew(table, key)));
        return "INSERT INTO " + table.name() + " (" + names + ") SELECT " + names + " FROM "
                + String.join(" CROSS JOIN ", sources)
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " LIMIT 1";
    }

    /** Returns the columns, those that a constraint relates one after the other, so that a bad combination is given up early. */
    private static List<TargetColumn> related(TargetTable table) {
        var ordered = new ArrayList<TargetColumn>();
        var left = new ArrayList<>(table.columns());
        while (!left.isEmpty()) {
            Set<String> group = new HashSet<>(Set.of(left.get(0).name()));
            int before;
            do {
                before = group.size();
                for (var check : table.checks()) {
                    if (check.columns().stream().anyMatch(group::contains)) {
                        group.addAll(check.columns());
                    }
                }
            } while (group.size() > before);
            left.stream().filter(column -> group.contains(column.name())).forEach(ordered::add);
            left.removeIf(column -> group.contains(column.name()));
        }
        return ordered;
    }

    private String source(TargetTable table, TargetColumn column, int seed) {
        var referenced = new ArrayList<String>();
        for (var reference : table.references()) {
            int place = reference.columns().indexOf(column.name());
            if (place >= 0) {
                var there = referenced(reference.table(), reference.targets().get(place), seed);
                boolean binds = table.columns().stream()
                        .filter(other -> reference.columns().contains(other.name()))
                        .allMatch(TargetColumn::required);
                if (binds) {
                    return there;
                }
                referenced.add(there);
            }
        }
        var checks = table.checks().stream()
                .filter(check -> check.columns().contains(column.name()))
                .map(TargetTable.CheckConstraint::expression)
                .collect(joining("\n"));
        boolean unique = table.keys().stream().anyMatch(key -> key.columns().contains(column.name()));
        boolean tried = unique || !referenced.isEmpty();
        var values = Candidates.of(column, checks, tried, seed).stream()
                .map(value -> "(" + value + "::" + column.type() + ")")
                .collect(joining(", ", "VALUES ", ""));
        if (referenced.isEmpty()) {
            return values;
        }
        var all = new ArrayList<>(referenced);
        // No value but one that is referred to, unless another column of the key may be null instead.
        boolean alone = table.references().stream()
                .anyMatch(reference -> reference.columns().equals(List.of(column.name())));
        all.add(seed % 2 == 0 ? 0 : all.size(), alone ? "SELECT NULL::" + column.type() : values);
        return all.stream().map(source -> "(" + source + ")").collect(joining(" UNION ALL "));
    }

    private static String referenced(String table, String target, int seed) {
        return "SELECT " + target + " FROM (SELECT DISTINCT " + target + " FROM " + table
                + " LIMIT 20) AS few ORDER BY md5(" + target + "::text || " + seed + ")";
    }

    private static String exists(TargetTable.ForeignKey reference) {
        var conditions = new ArrayList<String>();
        reference.columns().forEach(column -> conditions.add(column + " IS NULL"));
        conditions.add("(" + String.join(", ", reference.columns()) + ") IN (SELECT "
                + String.join(", ", reference.targets()) + " FROM " + reference.table() + ")");
        return "(" + String.join(" OR ", conditions) + ")";
    }

    private static String isNew(TargetTable table, TargetTable.Key key) {
        return "(((" + String.join(", ", key.columns()) + ") IN (SELECT " + String.join(", ", key.columns()) + " FROM "
                + table.name() + " WHERE " + key.predicate() + ")) IS NOT TRUE OR (" + key.predicate()
                + ") IS NOT TRUE)";
    }

    private int execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
