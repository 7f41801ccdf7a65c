package dev.ashlar.rules.sql;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.DeletePolicy;
import dev.ashlar.rules.catalog.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables of the migrated database, by the names that statements give them. */
record Tables(Map<String, Table> byName) {
    /** The tables of a project's database. */
    static Tables of(Project project) {
        return project.part(
                Tables.class,
                () -> new Tables(
                        Catalog.of(project).tables().stream().collect(toMap(Table::qualified, table -> table))));
    }

    /** A table by schema and name. */
    Optional<Table> find(String qualified) {
        return Optional.ofNullable(byName.get(qualified.toLowerCase(Locale.ROOT)));
    }

    /** The table behind a source: a WITH, subquery or function has none. */
    Optional<Table> of(Source source) {
        return source.isTable() ? find(source.qualifiedName()) : Optional.empty();
    }

    /** True if an unqualified column could be one of a source; only of a known table the answer can be no. */
    boolean mayHave(Source source, String column) {
        return of(source).map(table -> table.column(column).isPresent()).orElse(true);
    }

    /** True if rows of a table are marked as deleted and stay: its comment says so, or says nothing and there is a deleted_at. */
    static boolean deletesSoftly(Table table) {
        return table.deletes(DeletePolicy.SOFT)
                || (table.deletePolicy().isEmpty() && table.column("deleted_at").isPresent());
    }
}
