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
import org.jspecify.annotations.Nullable;

/** Rules on what a changeset that makes a table writes out, instead of leaving it to PostgreSQL, and on the names that it gives. */
final class DeclarationRules {
    private static final Set<String> SIZED =
            Set.of("varchar", "character varying", "char", "character", "numeric", "decimal", "bit");
    private static final Set<String> TOO_MUCH =
            Set.of("ALL", "ALL PRIVILEGES", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "CREATE");

    static final List<Rule> RULES = List.of(
            Rule.of("explicit-constraint-names")
                    .refuse(
                            Checkpoint.CHANGELOG,
                            project -> Constrained.of(project, Kind.values()),
                            constrained -> constrained.constraint().name() == null
                                    ? "no name: " + constrained.constraint().text()
                                    : null)
                    .refuse(
                            Checkpoint.CHANGELOG,
                            project -> Step.of(project, Action.CreateIndex.class),
                            index -> index.action().name() == null
                                    ? "an index on " + index.on() + " has no name"
                                    : null),
            Rule.of("explicit-column-definition")
                    .each(
                            Checkpoint.CHANGELOG,
                            project -> Changelogs.doing(project, Action.CreateTable.class, Action.AddColumn.class),
                            DeclarationRules::columnsExplicit),
            Rule.of("explicit-foreign-key-columns")
                    .refuse(
                            Checkpoint.CHANGELOG,
                            DeclarationRules::foreignKeys,
                            reference -> reference.constraint().targetColumns().isEmpty()
                                    ? reference.called() + " does not say which columns it refers to"
                                    : null),
            Rule.of("explicit-on-delete")
                    .refuse(Checkpoint.CHANGELOG, DeclarationRules::foreignKeys, DeclarationRules::unclearDeletion),
            Rule.of("grants")
                    .each(
                            Checkpoint.CHANGELOG,
                            project ->
                                    Changelogs.doing(project, Action.CreateTable.class, Action.GrantPrivileges.class),
                            DeclarationRules::grants),
            indexes(Rule.also("index-names"), false, "ix_"),
            named("foreign-key-names", Kind.FOREIGN_KEY),
            indexes(named("unique-key-names", Kind.UNIQUE, Kind.PRIMARY_KEY), true, "uq_"),
            named("check-names", Kind.CHECK, Kind.EXCLUSION));

    private DeclarationRules() {}

    private static List<Constrained> foreignKeys(Project project) {
        return Constrained.of(project, Kind.FOREIGN_KEY);
    }

    private static void columnsExplicit(Changeset changeset, Findings findings) {
        for (var step : changeset.steps(Action.CreateTable.class)) {
            var made = step.action();
            if (made.derived() != null && !made.isPartition()) {
                findings.violation(step, made.on() + " takes its columns from elsewhere: " + made.derived());
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

    private static @Nullable String unclearDeletion(Constrained reference) {
        var onDelete = reference.constraint().onDelete();
        if (onDelete == null) {
            return reference.called() + " does not say ON DELETE";
        }
        return onDelete.startsWith("SET NULL") && !reference.isOptional()
                ? reference.called() + " sets a required column to null"
                : null;
    }

    private static void grants(Changeset changeset, Findings findings) {
        var granted = new TreeSet<String>();
        for (var step : changeset.steps(Action.GrantPrivileges.class)) {
            var grant = step.action();
            granted.add(grant.on().toString());
            grant.rights().stream()
                    .filter(TOO_MUCH::contains)
                    .forEach(right -> findings.violation(step, "grants " + right + " on " + grant.on()));
            if (grant.to().contains("public")) {
                findings.violation(step, "grants to everybody: PUBLIC");
            }
            if (grant.passedOn()) {
                findings.violation(step, "lets " + grant.to() + " pass the right on");
            }
        }
        for (var step : changeset.steps(Action.CreateTable.class)) {
            if (!granted.contains(step.on().toString()) && !step.action().isPartition()) {
                findings.violation(step, step.on() + " is made, and nobody is granted anything on it");
            }
        }
    }

    private static Rule indexes(Rule further, boolean unique, String prefix) {
        return further.refuse(
                Checkpoint.CHANGELOG,
                project -> indexes(project, unique),
                index -> String.valueOf(index.action().name()).startsWith(prefix)
                        ? null
                        : "index " + index.action().name() + " does not begin with " + prefix);
    }

    private static List<Step<Action.CreateIndex>> indexes(Project project, boolean unique) {
        return Step.of(project, Action.CreateIndex.class).stream()
                .filter(index -> index.action().unique() == unique)
                .toList();
    }

    private static Rule named(String id, Kind... kinds) {
        return Rule.also(id).refuse(Checkpoint.CHANGELOG, project -> named(project, kinds), constrained -> {
            var prefix = constrained.constraint().kind().prefix();
            return constrained.called().startsWith(prefix)
                    ? null
                    : constrained.called() + " does not begin with " + prefix;
        });
    }

    private static List<Constrained> named(Project project, Kind... kinds) {
        return Constrained.of(project, kinds).stream()
                .filter(constrained -> constrained.constraint().name() != null)
                .toList();
    }
}
