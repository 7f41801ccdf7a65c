// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.ashlar.rules.catalog.Constraint.Kind;
import dev.ashlar.rules.catalog.Constraint.OnDelete;
import dev.ashlar.rules.catalog.Constraint.Reference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the catalog: one query for each kind of thing. */
final class CatalogReader {
    private final DataSource database;
    private final Creations creations;

    CatalogReader(DataSource database, Creations creations) {
        this.database = database;
        this.creations = creations;
    }

    Catalog read() {
        try (var connection = database.getConnection()) {
            var tables = tables(connection);
            var enums = rows(connection, CatalogQueries.ENUMS, this::enumType);
            var ranges = rows(connection, CatalogQueries.RANGES, this::rangeType);
            var routines = rows(connection, CatalogQueries.ROUTINES, this::routine);
            var used = Stream.of(
                            tables.stream().map(Table::schema),
                            enums.stream().map(EnumType::schema),
                            ranges.stream().map(RangeType::schema),
                            routines.stream().map(Routine::schema))
                    .flatMap(names -> names)
                    .toList();
            var schemas = rows(connection, CatalogQueries.SCHEMAS, this::schema).stream()
                    .filter(schema -> used.contains(schema.name()))
                    .toList();
            return new Catalog(schemas, tables, enums, ranges, routines);
        } catch (SQLException failed) {
            throw new IllegalStateException("The catalog cannot be read.", failed);
        }
    }

    private List<Table> tables(Connection connection) throws SQLException {
        var columns = byTable(rows(connection, CatalogQueries.COLUMNS, row -> of(row, column(row))));
        var constraints = byTable(rows(connection, CatalogQueries.CONSTRAINTS, row -> of(row, constraint(row))));
        var indexes = byTable(rows(connection, CatalogQueries.INDEXES, row -> of(row, index(row))));
        var triggers = byTable(rows(connection, CatalogQueries.TRIGGERS, row -> of(row, trigger(row))));
        return rows(connection, CatalogQueries.TABLES, row -> {
            var schema = row.getString("schema");
            var name = row.getString("name");
            var qualified = schema + "." + name;
            return new Table(
                    creations.place(qualified),
                    schema,
                    name,
                    row.getString("comment"),
                    row.getString("owner"),
                    strings(row, "partition_key"),
                    columns.getOrDefault(qualified, List.of()),
                    constraints.getOrDefault(qualified, List.of()),
                    indexes.getOrDefault(qualified, List.of()),
                    triggers.getOrDefault(qualified, List.of()),
                    grants(row));
        });
    }

    private Column column(ResultSet row) throws SQLException {
        var table = row.getString("table");
        var name = row.getString("name");
        return new Column(
                creations.place(table + "." + name),
                table,
                name,
                row.getString("type"),
                row.getBoolean("is_enum"),
                row.getBoolean("not_null"),
                optional(row, "default_value"),
                row.getBoolean("is_generated"),
                row.getBoolean("is_identity"),
                row.getString("comment"));
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        var table = row.getString("table");
        var name = row.getString("name");
        var other = optional(row, "other_table");
        var reference = other == null
                ? null
                : new Reference(
                        other,
                        strings(row, "other_columns"),
                        OnDelete.of(row.getString("on_delete")),
                        strings(row, "nulled"));
        return new Constraint(
                creations.place(table + "." + name),
                table,
                name,
                Kind.of(row.getString("kind")),
                strings(row, "columns"),
                row.getString("definition"),
                row.getBoolean("is_validated"),
                reference);
    }

    private Index index(ResultSet row) throws SQLException {
        var table = row.getString("table");
        var name = row.getString("name");
        return new Index(
                creations.place(table + "." + name),
                table,
                name,
                row.getBoolean("is_unique"),
                row.getBoolean("is_valid"),
                row.getBoolean("carries_constraint"),
                row.getString("method"),
                strings(row, "keys"),
                optional(row, "predicate"),
                row.getString("definition"));
    }

    private Trigger trigger(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return new Trigger(
                creations.place(row.getString("table") + "." + name),
                name,
                Set.copyOf(strings(row, "events")),
                row.getBoolean("is_before"),
                row.getBoolean("is_conditional"),
                row.getBoolean("is_enabled"),
                row.getString("function"),
                row.getString("source"));
    }

    private EnumType enumType(ResultSet row) throws SQLException {
        var schema = row.getString("schema");
        var name = row.getString("name");
        return new EnumType(
                creations.place(schema + "." + name), schema, name, row.getString("comment"), strings(row, "labels"));
    }

    private RangeType rangeType(ResultSet row) throws SQLException {
        var schema = row.getString("schema");
        var name = row.getString("name");
        return new RangeType(creations.place(schema + "." + name), schema, name, row.getString("comment"));
    }

    private Routine routine(ResultSet row) throws SQLException {
        var schema = row.getString("schema");
        var name = row.getString("name");
        return new Routine(
                creations.place(schema + "." + name),
                schema,
                name,
                row.getString("comment"),
                row.getBoolean("is_definer"),
                row.getBoolean("is_immutable"),
                strings(row, "configuration"),
                grants(row));
    }

    private Schema schema(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return new Schema(creations.place(name), name, grants(row));
    }

    /** Grants come as {@code grantee=PRIVILEGE}. */
    private static List<Grant> grants(ResultSet row) throws SQLException {
        return strings(row, "grants").stream()
                .map(grant -> {
                    int equals = grant.lastIndexOf('=');
                    return new Grant(grant.substring(0, equals), grant.substring(equals + 1));
                })
                .toList();
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static @Nullable String optional(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static <T> Map.Entry<String, T> of(ResultSet row, T part) throws SQLException {
        return Map.entry(row.getString("table"), part);
    }

    private static <T> Map<String, List<T>> byTable(List<Map.Entry<String, T>> parts) {
        return parts.stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
    }

    static <T> List<T> rows(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        }
    }

    /** Content of one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
