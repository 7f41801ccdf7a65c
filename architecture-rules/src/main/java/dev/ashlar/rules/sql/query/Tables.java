// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.DeletePolicy;
import dev.ashlar.rules.catalog.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of the migrated database, by the names that statements give them.
 *
 * {@snippet :
 * Tables.of(project).named(variant.sql()).forEach(table -> users.add(table.qualified()));
 * }
 *
 * @param byName the tables by schema and name, and by the name alone if that says which one is meant
 */
public record Tables(Map<String, Table> byName) {
    /** Returns the tables of a project's database. */
    public static Tables of(Project project) {
        return project.part(Tables.class, () -> {
            var byName = new HashMap<String, Table>();
            var tables = Catalog.of(project).tables();
            tables.forEach(table -> byName.put(table.qualified(), table));
            tables.stream().collect(groupingBy(Table::name)).forEach((name, same) -> {
                if (same.size() == 1) {
                    byName.put(name, same.get(0));
                } else {
                    first(same, project).ifPresent(table -> byName.put(name, table));
                }
            });
            return new Tables(Map.copyOf(byName));
        });
    }

    /** Returns the table of several with one name that the search path meets first. */
    private static Optional<Table> first(List<Table> same, Project project) {
        try (var connection = project.database().getConnection();
                var statement = connection.createStatement();
                var schema = statement.executeQuery("SELECT unnest(current_schemas(false))")) {
            while (schema.next()) {
                var name = schema.getString(1);
                var found = same.stream()
                        .filter(table -> table.schema().equals(name))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns a table by its name, with or without schema. Names that are written without quotes are folded to lower case. */
    public Optional<Table> find(String name) {
        return Optional.ofNullable(byName.getOrDefault(name, byName.get(name.toLowerCase(Locale.ROOT))));
    }

    /** Returns the tables that a text reads from or writes to. */
    public Set<Table> named(String sql) {
        return SqlTree.of(sql).queries().stream()
                .flatMap(query -> Stream.concat(query.target().stream(), query.sources().stream()))
                .flatMap(source -> of(source).stream())
                .collect(toSet());
    }

    /** Returns the names of the tables that a text writes to. */
    public Set<String> written(String sql) {
        return SqlTree.of(sql).queries().stream()
                .flatMap(query -> query.target().stream())
                .flatMap(target -> of(target).stream())
                .map(Table::qualified)
                .collect(toSet());
    }

    /** Returns the table behind a source: a WITH, subquery or function has none. */
    public Optional<Table> of(Source source) {
        return source.isTable() ? find(source.qualifiedName()) : Optional.empty();
    }

    /** True if an unqualified column could be one of a source; only of a known table the answer can be no. */
    boolean mayHave(Source source, String column) {
        return of(source).map(table -> table.column(column).isPresent()).orElse(true);
    }

    /** True if rows of a table are marked as deleted and stay: its comment says so, or says nothing and there is a deleted_at. */
    public static boolean deletesSoftly(Table table) {
        return table.deletes(DeletePolicy.SOFT)
                || (table.deletePolicy().isEmpty() && table.column("deleted_at").isPresent());
    }
}
