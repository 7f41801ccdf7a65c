// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import io.github.mfvanek.pg.connection.PgConnection;
import io.github.mfvanek.pg.connection.PgConnectionImpl;
import io.github.mfvanek.pg.connection.host.PgHostImpl;
import io.github.mfvanek.pg.core.checks.common.DatabaseCheckOnHost;
import io.github.mfvanek.pg.model.column.ColumnNameAware;
import io.github.mfvanek.pg.model.constraint.ConstraintNameAware;
import io.github.mfvanek.pg.model.context.PgContext;
import io.github.mfvanek.pg.model.dbobject.DbObject;
import io.github.mfvanek.pg.model.index.DuplicatedIndexes;
import io.github.mfvanek.pg.model.index.IndexNameAware;
import io.github.mfvanek.pg.model.table.TableNameAware;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Findings of pg-index-health in this library's words: it knows the catalog, a rule says what a finding means and where it is.
 *
 * @param check one of its checks
 * @param message what is wrong with what it found
 * @param harmless what it finds but the rule allows
 */
record Health<T extends DbObject>(
        Function<PgConnection, DatabaseCheckOnHost<T>> check,
        Function<T, String> message,
        BiPredicate<Catalog, T> harmless) {

    /** Takes all that a check finds for wrong. */
    static <T extends DbObject> Health<T> finds(
            Function<PgConnection, DatabaseCheckOnHost<T>> check, Function<T, String> message) {
        return new Health<>(check, message, (catalog, found) -> false);
    }

    /** Returns the same, but for what a rule allows. */
    Health<T> unless(BiPredicate<Catalog, T> allowed) {
        return new Health<>(check, message, allowed);
    }

    /** Returns a check that looks at some part of the catalog, and in which none of these finds anything. */
    static Check none(Function<Catalog, ? extends Collection<? extends Subject>> subjects, Health<?>... findings) {
        return new Check(Checkpoint.CATALOG, (project, seen) -> {
            subjects.apply(Catalog.of(project)).forEach(subject -> seen.looked());
            try (var connection = project.database().getConnection()) {
                // The host only names the server in pg-index-health's own reports.
                var server = PgConnectionImpl.of(
                        KeptConnection.handingOut(connection), PgHostImpl.ofUrl("jdbc:postgresql://database:5432/any"));
                for (var finding : findings) {
                    finding.examine(Catalog.of(project), server, seen);
                }
            } catch (SQLException noConnection) {
                throw new IllegalStateException(noConnection);
            }
        });
    }

    private void examine(Catalog catalog, PgConnection server, Findings findings) {
        var examination = check.apply(server);
        for (var schema : catalog.schemas()) {
            for (var found : examination.check(PgContext.of(schema.name()))) {
                // What the catalog leaves out, such as an extension's functions, is nobody's fault.
                if (!harmless.test(catalog, found)) {
                    place(catalog, element(found)).ifPresent(place -> findings.violation(place, message.apply(found)));
                }
            }
        }
    }

    /** Some names come without their table: those of indexes and constraints that need quotes or are too long. */
    private static Optional<Place> place(Catalog catalog, String element) {
        int dot = element.indexOf('.');
        boolean isWhole = dot < element.lastIndexOf('.');
        var places = catalog.parts().map(Subject::place).toList();
        return places.stream()
                .filter(place -> place.element().equals(element))
                .findFirst()
                .or(() -> places.stream()
                        .filter(place -> !isWhole
                                && place.element().startsWith(element.substring(0, dot + 1))
                                && place.element().endsWith(element.substring(dot)))
                        .findFirst());
    }

    /** Returns the name that this library gives to a finding. */
    static String element(DbObject found) {
        if (found instanceof ColumnNameAware column) {
            return qualified(column.getTableName()) + "." + plain(column.getColumnName());
        }
        if (found instanceof ConstraintNameAware constraint) {
            return qualified(constraint.getTableName()) + "." + plain(constraint.getConstraintName());
        }
        if (found instanceof IndexNameAware index && found instanceof TableNameAware table) {
            return qualified(table.getTableName()) + "." + last(index.getIndexName());
        }
        if (found instanceof DuplicatedIndexes several) {
            var all = indexes(several);
            return all.get(all.size() - 1);
        }
        return found instanceof TableNameAware table ? qualified(table.getTableName()) : qualified(found.getName());
    }

    /** Returns the names of several indexes of one table. */
    static List<String> indexes(DuplicatedIndexes several) {
        return several.getIndexNames().stream()
                .map(name -> qualified(several.getTableName()) + "." + last(name))
                .sorted()
                .toList();
    }

    private static String qualified(String name) {
        return name.contains(".") ? plain(name) : "public." + plain(name);
    }

    private static String last(String name) {
        return plain(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String plain(String name) {
        return name.replace("\"", "");
    }
}
