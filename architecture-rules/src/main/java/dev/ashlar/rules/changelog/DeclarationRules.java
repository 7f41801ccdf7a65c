// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules on what a changeset that makes a table writes out, instead of leaving it to PostgreSQL. */
final class DeclarationRules {
    /** The rules. */
    static final List<Rule> RULES =
            List.of(namesExplicit(), columnsExplicit(), referencesExplicit(), onDeleteExplicit(), grants());

    private static final Set<String> SIZED =
            Set.of("varchar", "character varying", "char", "character", "numeric", "decimal", "bit");
    private static final Set<String> TOO_MUCH =
            Set.of("ALL", "ALL PRIVILEGES", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "CREATE");

    private DeclarationRules() {}

    private static List<Constrained> foreignKeys(Project project) {
        return Constrained.of(project, Kind.FOREIGN_KEY);
    }

    private static Rule namesExplicit() {
        return Rule.of("explicit-constraint-names")
                .each(
                        Checkpoint.CHANGELOG,
                        project -> Constrained.of(project, Kind.values()),
                        (constrained, findings) -> {
                            if (constrained.constraint().name() == null) {
                                findings.violation(
                                        constrained,
                                        "no name: " + constrained.constraint().text());
                            }
                        })
                .each(
                        Checkpoint.CHANGELOG,
                        project -> Step.of(project, Action.CreateIndex.class),
                        (index, findings) -> {
                            if (index.action().name() == null) {
                                findings.violation(index, "an index on " + index.on() + " has no name");
                            }
                        });
    }

    private static Rule columnsExplicit() {
        return Rule.of("explicit-column-definition")
                .each(
                        Checkpoint.CHANGELOG,
                        project -> Changelogs.doing(project, Action.CreateTable.class, Action.AddColumn.class),
                        (changeset, findings) -> {
                            for (var step : changeset.steps(Action.CreateTable.class)) {
                                var made = step.action();
                                var derived = made.derived();
                                if (derived != null && !derived.startsWith("PARTITION OF")) {
                                    findings.violation(
                                            step, made.on() + " takes its columns from elsewhere: " + derived);
                                }
                                made.columns().forEach(column -> explicit(step, column, findings));
                                made.constraints().stream()
                                        .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
                                        .flatMap(key -> key.columns().stream())
                                        .forEach(key -> made.columns().stream()
                                                .filter(column -> column.name().equals(key) && !column.required())
                                                .forEach(column -> nullableKey(step, column, findings)));
                            }
                            for (var step : changeset.steps(Action.AddColumn.class)) {
                                explicit(step, step.action().column(), findings);
                            }
                        });
    }

    private static void explicit(Step<?> step, ColumnDefinition column, Findings findings) {
        if (SIZED.contains(column.typeName()) && !column.type().contains("(")) {
            findings.violation(step, step.on() + "." + column.name() + " is " + column.type() + " of no length");
        }
        boolean key = column.constraints().stream().anyMatch(constraint -> constraint.kind() == Kind.PRIMARY_KEY);
        if (key && !column.required()) {
            nullableKey(step, column, findings);
        }
    }

    private static void nullableKey(Step<?> step, ColumnDefinition column, Findings findings) {
        findings.violation(step, step.on() + "." + column.name() + " is a key and does not say NOT NULL");
    }

    private static Rule referencesExplicit() {
        return Rule.of("explicit-foreign-key-columns")
                .each(Checkpoint.CHANGELOG, DeclarationRules::foreignKeys, (reference, findings) -> {
                    if (reference.constraint().targetColumns().isEmpty()) {
                        findings.violation(reference, reference.called() + " does not say which columns it refers to");
                    }
                });
    }

    private static Rule onDeleteExplicit() {
        return Rule.of("explicit-on-delete")
                .each(Checkpoint.CHANGELOG, DeclarationRules::foreignKeys, (reference, findings) -> {
                    var onDelete = reference.constraint().onDelete();
                    if (onDelete == null) {
                        findings.violation(reference, reference.called() + " does not say ON DELETE");
                    } else if (onDelete.startsWith("SET NULL") && !reference.isOptional()) {
                        findings.violation(reference, reference.called() + " sets a required column to null");
                    }
                });
    }

    private static Rule grants() {
        return Rule.of("grants")
                .each(
                        Checkpoint.CHANGELOG,
                        project -> Changelogs.doing(project, Action.CreateTable.class, Action.GrantPrivileges.class),
                        (changeset, findings) -> {
                            var granted = new TreeSet<String>();
                            for (var step : changeset.steps(Action.GrantPrivileges.class)) {
                                var grant = step.action();
                                granted.add(grant.on().toString());
                                grant.rights().stream()
                                        .filter(TOO_MUCH::contains)
                                        .forEach(right ->
                                                findings.violation(step, "grants " + right + " on " + grant.on()));
                                if (grant.to().contains("public")) {
                                    findings.violation(step, "grants to everybody: PUBLIC");
                                }
                                if (grant.passedOn()) {
                                    findings.violation(step, "lets " + grant.to() + " pass the right on");
                                }
                            }
                            for (var step : changeset.steps(Action.CreateTable.class)) {
                                var derived = step.action().derived();
                                boolean partition = derived != null && derived.startsWith("PARTITION OF");
                                if (!granted.contains(step.on().toString()) && !partition) {
                                    findings.violation(
                                            step, step.on() + " is made, and nobody is granted anything on it");
                                }
                            }
                        });
    }
}
