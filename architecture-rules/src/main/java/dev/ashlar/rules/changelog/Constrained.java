// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A constraint that a changeset defines with its table, with a column, or by itself.
 *
 * @param step what defines it
 * @param constraint as it is defined
 */
record Constrained(Step<Action> step, ConstraintDefinition constraint) implements Subject {
    /** Returns those of some kinds, in the order of the changesets. */
    static List<Constrained> of(Project project, Kind... kinds) {
        return Step.of(project, Action.class).stream()
                .flatMap(step -> of(step, kinds).stream())
                .toList();
    }

    /** Returns those of some kinds that one step defines. */
    static List<Constrained> of(Step<Action> step, Kind... kinds) {
        return definitions(step.action()).stream()
                .filter(constraint -> List.of(kinds).contains(constraint.kind()))
                .map(constraint -> new Constrained(step, constraint))
                .toList();
    }

    @Override
    public Place place() {
        return step.place();
    }

    /** Its name, else its text. */
    String called() {
        return Objects.requireNonNullElse(constraint.name(), constraint.text());
    }

    /** Its name behind that of its table. */
    String qualified() {
        return step.on() + "." + constraint.name();
    }

    private static List<ConstraintDefinition> definitions(Action action) {
        if (action instanceof Action.CreateTable made) {
            var all = new ArrayList<>(made.constraints());
            made.columns().forEach(column -> all.addAll(column.constraints()));
            return all;
        }
        if (action instanceof Action.AddColumn added) {
            return added.column().constraints();
        }
        return action instanceof Action.AddConstraint added ? List.of(added.constraint()) : List.of();
    }

    /** True if all columns that a foreign key sets to null may be null. */
    boolean isOptional() {
        var required = new HashSet<String>();
        if (step.action() instanceof Action.CreateTable made) {
            made.columns().stream().filter(ColumnDefinition::required).forEach(column -> required.add(column.name()));
            definitions(made).stream()
                    .filter(key -> key.kind() == Kind.PRIMARY_KEY)
                    .forEach(key -> required.addAll(key.columns()));
        } else if (step.action() instanceof Action.AddColumn added
                && added.column().required()) {
            required.add(added.column().name());
        } else {
            constraint.columns().stream()
                    .filter(column -> step.changeset()
                            .before()
                            .column(step.on(), column)
                            .map(Known.KnownColumn::required)
                            .orElse(false))
                    .forEach(required::add);
        }
        return constraint.nulled().stream().noneMatch(required::contains);
    }
}
