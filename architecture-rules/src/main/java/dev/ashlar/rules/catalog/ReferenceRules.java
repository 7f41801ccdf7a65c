// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.regex.Pattern;

/** Rules on identifiers of other rows. */
final class ReferenceRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(referenceOrKey());

    private ReferenceRules() {}

    private static Rule referenceOrKey() {
        return Rule.of("reference-or-key").warning().each(CATALOG, ReferenceRules::identifiers, (column, findings) -> {
            if (!column.held() && !column.namesSchema()) {
                findings.violation(
                        column.column(),
                        column.column().table() + "." + column.column().name()
                                + " is no foreign key, and its comment names no" + " other schema: "
                                + column.column().comment());
            }
        });
    }

    private record Identifier(Column column, boolean held, boolean namesSchema) implements Subject {
        @Override
        public Place place() {
            return column.place();
        }
    }

    private static List<Identifier> identifiers(Project project) {
        var catalog = Catalog.of(project);
        return catalog.columns().stream()
                .filter(column ->
                        column.baseType().equals("uuid") && !column.name().equals("id"))
                .map(column -> new Identifier(column, isHeld(catalog, column), namesSchema(catalog, column)))
                .toList();
    }

    /** A key of several columns asks nothing of a row while one of them is null. */
    private static boolean isHeld(Catalog catalog, Column column) {
        return catalog.foreignKeys().stream()
                .filter(key ->
                        key.table().equals(column.table()) && key.columns().contains(column.name()))
                .anyMatch(key -> !column.notNull()
                        || catalog.columns().stream()
                                .filter(other -> other.table().equals(key.table())
                                        && key.columns().contains(other.name()))
                                .allMatch(Column::notNull));
    }

    private static boolean namesSchema(Catalog catalog, Column column) {
        var own = column.table().substring(0, column.table().indexOf('.'));
        return catalog.schemas().stream()
                .map(Schema::name)
                .filter(schema -> !schema.equals(own))
                .anyMatch(schema -> Pattern.compile("\\b" + Pattern.quote(schema) + "\\b")
                        .matcher(column.comment())
                        .find());
    }
}
