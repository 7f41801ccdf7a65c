// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.changelog.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.HashSet;
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
            Set.of("ALL", "ALL PRIVILEGES", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

    private DeclarationRules() {}

    /** A constraint with the table that it is of. */
    record Constrained(
            Changeset changeset, Statement statement, Name table, ConstraintDefinition constraint, boolean optional)
            implements Subject {
        @Override
        public Place place() {
            return statement.place();
        }

        String called() {
            return constraint.name() == null ? constraint.text() : constraint.name();
        }
    }

    static List<Constrained> constraints(Project project) {
        var all = new ArrayList<Constrained>();
        for (var changeset : Changelogs.of(project)) {
            for (var statement : changeset.statements()) {
                for (var action : statement.readActions()) {
                    definitions(action)
                            .forEach(constraint -> all.add(new Constrained(
                                    changeset,
                                    statement,
                                    action.on(),
                                    constraint,
                                    isOptional(changeset, action, constraint))));
                }
            }
        }
        return all;
    }

    private static List<ConstraintDefinition> definitions(Action action) {
        return switch (action) {
            case Action.CreateTable made -> {
                var all = new ArrayList<>(made.constraints());
                made.columns().forEach(column -> all.addAll(column.constraints()));
                yield all;
            }
            case Action.AddColumn added -> added.column().constraints();
            case Action.AddConstraint added -> List.of(added.constraint());
            default -> List.of();
        };
    }

    /** True if all columns that a foreign key sets to null may be null. */
    private static boolean isOptional(Changeset changeset, Action action, ConstraintDefinition constraint) {
        var required = new HashSet<String>();
        if (action instanceof Action.CreateTable made) {
            made.columns().stream().filter(ColumnDefinition::required).forEach(column -> required.add(column.name()));
            definitions(made).stream()
                    .filter(key -> key.kind() == Kind.PRIMARY_KEY)
                    .forEach(key -> required.addAll(key.columns()));
        } else if (action instanceof Action.AddColumn added && added.column().required()) {
            required.add(added.column().name());
        } else {
            constraint.columns().stream()
                    .filter(column -> changeset
                            .before()
                            .column(action.on(), column)
                            .map(Known.KnownColumn::required)
                            .orElse(false))
                    .forEach(required::add);
        }
        return constraint.nulled().stream().noneMatch(required::contains);
    }

    static List<Constrained> foreignKeys(Project project) {
        return constraints(project).stream()
                .filter(constrained -> constrained.constraint().kind() == Kind.FOREIGN_KEY)
                .toList();
    }

    private static Rule namesExplicit() {
        return Rule.of("explicit-constraint-names")
                .each(Checkpoint.CHANGELOG, DeclarationRules::constraints, (constrained, findings) -> {
                    if (constrained.constraint().name() == null) {
                        findings.violation(
                                constrained,
                                "no name: " + constrained.constraint().text());
                    }
                })
                .each(Checkpoint.CHANGELOG, DeclarationRules::indexes, (index, findings) -> {
                    if (index.made().name() == null) {
                        findings.violation(index, "an index on " + index.made().on() + " has no name");
                    }
                });
    }

    record Indexed(Statement statement, Action.CreateIndex made) implements Subject {
        @Override
        public Place place() {
            return statement.place();
        }
    }

    static List<Indexed> indexes(Project project) {
        var all = new ArrayList<Indexed>();
        for (var changeset : Changelogs.of(project)) {
            for (var statement : changeset.statements()) {
                for (var action : statement.readActions()) {
                    if (action instanceof Action.CreateIndex made) {
                        all.add(new Indexed(statement, made));
                    }
                }
            }
        }
        return all;
    }

    private static Rule columnsExplicit() {
        return Rule.of("explicit-column-definition")
                .each(Checkpoint.CHANGELOG, DeclarationRules::columnChangesets, (changeset, findings) -> {
                    changeset.on(Action.CreateTable.class, (made, statement) -> {
                        var derived = made.derived();
                        if (derived != null && !derived.startsWith("PARTITION OF")) {
                            findings.violation(statement, made.on() + " takes its columns from elsewhere: " + derived);
                        }
                        made.columns().forEach(column -> explicit(made.on(), column, statement, findings));
                        made.constraints().stream()
                                .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
                                .flatMap(key -> key.columns().stream())
                                .forEach(key -> made.columns().stream()
                                        .filter(column -> column.name().equals(key) && !column.required())
                                        .forEach(column -> findings.violation(
                                                statement,
                                                made.on() + "." + key + " is a key and does not say NOT NULL")));
                    });
                    changeset.on(
                            Action.AddColumn.class,
                            (added, statement) -> explicit(added.on(), added.column(), statement, findings));
                });
    }

    private static List<Changeset> columnChangesets(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.does(Action.CreateTable.class) || changeset.does(Action.AddColumn.class))
                .toList();
    }

    private static void explicit(Name table, ColumnDefinition column, Statement statement, Findings findings) {
        if (SIZED.contains(column.typeName()) && !column.type().contains("(")) {
            findings.violation(statement, table + "." + column.name() + " is " + column.type() + " of no length");
        }
        boolean key = column.constraints().stream().anyMatch(constraint -> constraint.kind() == Kind.PRIMARY_KEY);
        if (key && !column.required()) {
            findings.violation(statement, table + "." + column.name() + " is a key and does not say NOT NULL");
        }
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
                    } else if (onDelete.startsWith("SET NULL") && !reference.optional()) {
                        findings.violation(reference, reference.called() + " sets a required column to null");
                    }
                });
    }

    private static Rule grants() {
        return Rule.of("grants").each(Checkpoint.CHANGELOG, DeclarationRules::granting, (changeset, findings) -> {
            var granted = new TreeSet<String>();
            changeset.on(Action.Grant.class, (grant, statement) -> {
                granted.add(grant.on().toString());
                grant.rights().stream()
                        .filter(right -> TOO_MUCH.contains(right) || right.equals("CREATE"))
                        .forEach(right -> findings.violation(statement, "grants " + right + " on " + grant.on()));
                if (grant.to().contains("public")) {
                    findings.violation(statement, "grants to everybody: PUBLIC");
                }
                if (grant.passedOn()) {
                    findings.violation(statement, "lets " + grant.to() + " pass the right on");
                }
            });
            changeset.on(Action.CreateTable.class, (made, statement) -> {
                boolean partition = made.derived() != null && made.derived().startsWith("PARTITION OF");
                if (!granted.contains(made.on().toString()) && !partition) {
                    findings.violation(statement, made.on() + " is made, and nobody is granted anything on it");
                }
            });
        });
    }

    private static List<Changeset> granting(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.does(Action.CreateTable.class) || changeset.does(Action.Grant.class))
                .toList();
    }
}
