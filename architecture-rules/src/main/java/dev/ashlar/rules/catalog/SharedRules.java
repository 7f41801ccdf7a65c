// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.OnDelete;
import io.github.mfvanek.pg.core.checks.host.InvalidIndexesCheckOnHost;
import java.util.List;

/** Catalog checks of rules that other families state. */
final class SharedRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(concurrentIndexes(), isolation(), setNull(), noTruncate());

    private SharedRules() {}

    private static Rule concurrentIndexes() {
        return Rule.also("require-concurrent-index-creation")
                .with(Health.none(
                        Catalog::indexes,
                        Health.finds(
                                InvalidIndexesCheckOnHost::new,
                                index -> index.getIndexName()
                                        + " is what a failed CREATE INDEX CONCURRENTLY has left")));
    }

    private static Rule isolation() {
        return Rule.also("schema-per-context")
                .each(CATALOG, project -> Catalog.of(project).foreignKeys(), (key, findings) -> {
                    var reference = key.references();
                    if (reference != null && !schema(reference.table()).equals(schema(key.table()))) {
                        findings.violation(
                                key, key.name() + " leaves " + schema(key.table()) + " for " + reference.table());
                    }
                });
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static Rule setNull() {
        return Rule.also("explicit-on-delete").whole(CATALOG, (project, findings) -> {
            for (var table : Catalog.of(project).tables()) {
                for (var key : table.constraints(Constraint.Kind.FOREIGN_KEY)) {
                    findings.looked();
                    var reference = key.references();
                    if (reference != null && reference.onDelete() == OnDelete.SET_NULL) {
                        reference.nulled().stream()
                                .filter(column -> table.column(column)
                                        .filter(Column::notNull)
                                        .isPresent())
                                .forEach(column -> findings.violation(
                                        key, key.name() + " sets " + column + " to null, which is NOT NULL"));
                    }
                }
            }
        });
    }

    private static Rule noTruncate() {
        return Rule.also("ban-truncate-cascade").whole(CATALOG, (project, findings) -> {
            var tables = Catalog.of(project).tables();
            var role = ApplicationRole.of(project);
            for (var table : tables) {
                findings.looked();
                if (!role.has(table, "TRUNCATE").isEmpty()) {
                    findings.violation(table, role.name() + " may TRUNCATE " + table.qualified());
                }
            }
        });
    }
}
