// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on what reaches beyond its table: identifiers of other rows, foreign keys and triggers. */
final class ReferenceRules {
    static final List<Rule> RULES = List.of(
            Rule.of("reference-or-key")
                    .refuse(
                            CATALOG,
                            ReferenceRules::identifiers,
                            identifier -> identifier.isExplained()
                                    ? null
                                    : identifier.column().table() + "."
                                            + identifier.column().name()
                                            + " is no foreign key, and its comment names no other schema: "
                                            + identifier.column().comment()),
            Rule.also("schema-per-context").refuse(CATALOG, all(Catalog::foreignKeys), ReferenceRules::leaving),
            Rule.of("trigger-own-schema").whole(CATALOG, ReferenceRules::reachOfTriggers));

    private ReferenceRules() {}

    private record Identifier(Place place, Column column, boolean isExplained) implements Subject {}

    private static List<Identifier> identifiers(Project project) {
        var catalog = Catalog.of(project);
        return catalog.columns().stream()
                .filter(column ->
                        column.baseType().equals("uuid") && !column.name().equals("id"))
                .map(column ->
                        new Identifier(column.place(), column, isHeld(catalog, column) || namesSchema(catalog, column)))
                .toList();
    }

    /** A key of several columns asks nothing of a row while one of them is null. */
    private static boolean isHeld(Catalog catalog, Column column) {
        var table = catalog.table(column.table()).orElseThrow();
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .anyMatch(key -> !column.notNull()
                        || table.columns().stream()
                                .filter(other -> key.columns().contains(other.name()))
                                .allMatch(Column::notNull));
    }

    private static boolean namesSchema(Catalog catalog, Column column) {
        return catalog.schemas().stream()
                .map(Schema::name)
                .filter(schema -> !column.table().startsWith(schema + "."))
                .anyMatch(schema -> Pattern.compile("\\b" + Pattern.quote(schema) + "\\b")
                        .matcher(column.comment())
                        .find());
    }

    private static @Nullable String leaving(Constraint key) {
        var reference = key.references();
        return reference == null || schema(reference.table()).equals(schema(key.table()))
                ? null
                : key.name() + " leaves " + schema(key.table()) + " for " + reference.table();
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static void reachOfTriggers(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        var reached = new TreeMap<String, TreeSet<String>>();
        for (var table : catalog.tables()) {
            for (var trigger : table.triggers()) {
                findings.looked();
                catalog.tables().stream()
                        .filter(other -> !other.schema().equals(table.schema()))
                        .filter(other -> names(trigger.source(), other.qualified()))
                        .forEach(other -> reached.computeIfAbsent(
                                        trigger.function() + " touches " + other.qualified(), key -> new TreeSet<>())
                                .add(table.qualified()));
            }
        }
        reached.forEach((reach, tables) -> findings.violation(
                catalog.place(reach.substring(0, reach.indexOf(' '))),
                reach + " for triggers of " + String.join(", ", tables)));
    }

    private static boolean names(String source, String table) {
        return Pattern.compile("(?i)\\b" + Pattern.quote(table) + "\\b")
                .matcher(source)
                .find();
    }
}
