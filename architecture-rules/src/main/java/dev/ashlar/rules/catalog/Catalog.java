// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.catalog.Constraint.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Result of a project's migrations: everything in its database except what belongs to PostgreSQL, to an extension, or to
 * Liquibase. A partition is told by its table.
 *
 * {@snippet :
 * var lifecycle = Catalog.of(project).table("shop.orders").flatMap(orders -> orders.column("status"));
 * }
 *
 * @param schemas those with anything in them, by name
 * @param tables by schema and name
 * @param types enum and range types, by schema and name
 * @param routines functions and procedures, by schema and name; without those that PostgreSQL makes with a range type
 */
public record Catalog(List<Schema> schemas, List<Table> tables, List<UserType> types, List<Routine> routines) {
    public Catalog {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        types = List.copyOf(types);
        routines = List.copyOf(routines);
    }

    /** Reads the project's database once; places are lines of the changelogs, where the project names those. */
    public static Catalog of(Project project) {
        return project.part(
                Catalog.class,
                () -> CatalogReader.read(
                                project.database(),
                                CatalogQueries.CATALOG,
                                Catalog.class,
                                Creations.in(changelogs(project))::place)
                        .orElseThrow());
    }

    /** Returns the parts of a catalog that a check looks at. */
    static <S extends Subject> Function<Project, List<S>> all(Function<Catalog, List<S>> parts) {
        return project -> parts.apply(of(project));
    }

    /** Returns those of them that it is about. */
    static <S extends Subject> Function<Project, List<S>> all(Function<Catalog, List<S>> parts, Predicate<S> about) {
        return project -> parts.apply(of(project)).stream().filter(about).toList();
    }

    private static List<Path> changelogs(Project project) {
        try {
            return project.changelogs();
        } catch (NotGiven withoutChangelogs) {
            return List.of();
        }
    }

    /** Returns a table by its qualified name. */
    public Optional<Table> table(String qualified) {
        return tables.stream()
                .filter(table -> table.qualified().equals(qualified))
                .findFirst();
    }

    /** Returns the columns of all tables. */
    public List<Column> columns() {
        return tables.stream().flatMap(table -> table.columns().stream()).toList();
    }

    /** Returns the constraints of all tables. */
    public List<Constraint> constraints() {
        return tables.stream().flatMap(table -> table.constraints().stream()).toList();
    }

    /** Returns the foreign keys of all tables. */
    public List<Constraint> foreignKeys() {
        return constraints().stream().filter(Constraint::isForeignKey).toList();
    }

    /** Targets of the foreign keys of all tables. */
    Stream<Reference> references() {
        return tables.stream().flatMap(Table::references);
    }

    /** Returns the indexes of all tables, those that carry a constraint included. */
    public List<Index> indexes() {
        return tables.stream().flatMap(table -> table.indexes().stream()).toList();
    }

    /** Returns the triggers of all tables. */
    public List<Trigger> triggers() {
        return tables.stream().flatMap(table -> table.triggers().stream()).toList();
    }

    /** Returns the place of an object, by its qualified name. */
    public Place place(String element) {
        return parts().map(Subject::place)
                .filter(place -> place.element().equals(element))
                .findFirst()
                .orElse(Place.of(element));
    }

    /** Returns all that is in it. */
    Stream<Subject> parts() {
        return Stream.<List<? extends Subject>>of(
                        schemas, tables, types, routines, columns(), constraints(), indexes(), triggers())
                .flatMap(List::stream);
    }
}
