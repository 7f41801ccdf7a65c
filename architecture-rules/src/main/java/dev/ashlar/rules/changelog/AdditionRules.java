// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on columns that are added to a table with rows, and on their way to NOT NULL. */
final class AdditionRules {
    private static final Set<String> VOLATILE =
            Set.of(("random gen_random_uuid uuidv4 uuidv7 uuid_generate_v4 uuid_generate_v1"
                            + " clock_timestamp timeofday nextval setval random_normal")
                    .split(" "));
    private static final Set<String> STEADY =
            Set.of(("now current_timestamp current_date current_time localtimestamp localtime"
                            + " transaction_timestamp statement_timestamp true false null array interval date timestamp timestamptz time"
                            + " current_user session_user with without zone")
                    .split(" "));
    static final List<Rule> RULES = List.of(
            Rule.of("not-null-in-steps").whole(Checkpoint.CHANGELOG, AdditionRules::threeStepsToNotNull),
            Rule.of("adding-required-field")
                    .refuse(Checkpoint.CHANGELOG, AdditionRules::additions, AdditionRules::unsafe),
            Rule.of("adding-field-with-default")
                    .refuse(Checkpoint.CHANGELOG, AdditionRules::additions, AdditionRules::maybeVolatile),
            Rule.of("adding-not-nullable-field")
                    .refuse(
                            Checkpoint.CHANGELOG,
                            project -> Step.of(project, Action.SetNotNull.class),
                            AdditionRules::unvalidated));

    private AdditionRules() {}

    private static void threeStepsToNotNull(Project project, Findings findings) {
        var filled = new HashSet<String>();
        for (var changeset : Changelogs.of(project)) {
            for (var step : changeset.steps(Action.SetNotNull.class)) {
                findings.looked();
                var name = step.action().column();
                var column = step.on() + "." + name;
                if (changeset.before().column(step.on(), name).isEmpty()) {
                    findings.violation(step, column + " is added and tightened in one changeset");
                } else if (!filled.contains(column)) {
                    findings.violation(step, "no changeset before this one fills " + column);
                }
            }
            filled.addAll(DataRules.filled(changeset));
        }
    }

    /** Columns that are added to tables of earlier changesets. */
    private static List<Step<Action.AddColumn>> additions(Project project) {
        return Step.of(project, Action.AddColumn.class).stream()
                .filter(Step::isInUse)
                .toList();
    }

    private static String name(Step<Action.AddColumn> added) {
        return added.on() + "." + added.action().column().name();
    }

    private static @Nullable String unsafe(Step<Action.AddColumn> added) {
        var column = added.action().column();
        if (column.generated() || column.identity()) {
            return name(added) + (column.generated() ? " is generated" : " counts by itself")
                    + ", which rewrites the table";
        }
        if (column.required() && column.defaultValue() == null) {
            return name(added) + " is NOT NULL without a default";
        }
        return unsteady(column.defaultValue()) == null
                ? null
                : "the default of " + name(added) + " is no constant: " + column.defaultValue();
    }

    private static @Nullable String maybeVolatile(Step<Action.AddColumn> added) {
        var function = unsteady(added.action().column().defaultValue());
        if (function == null) {
            return null;
        }
        return VOLATILE.contains(function)
                ? "the default of " + name(added) + " calls " + function + ", which is volatile"
                : "whether " + function + " in the default of " + name(added) + " is volatile, nobody knows";
    }

    /** Returns the first function in a default that may differ from row to row, or null. */
    private static @Nullable String unsteady(@Nullable String defaultValue) {
        if (defaultValue == null) {
            return null;
        }
        boolean cast = false;
        for (var token : Token.of(defaultValue, 1)) {
            if (token.isName() && !cast && !STEADY.contains(token.name())) {
                return token.name();
            }
            cast = token.is("::") || (cast && (token.is(".") || token.isName()));
        }
        return null;
    }

    private static @Nullable String unvalidated(Step<Action.SetNotNull> tightened) {
        var column = tightened.action().column();
        var says = "(?s).*check\\s*\\(+\\s*\"?" + column + "\"?\\s+is\\s+not\\s+null\\s*\\)+.*";
        return tightened.changeset().before().validated(tightened.on()).stream()
                        .anyMatch(check -> check.text().toLowerCase(Locale.ROOT).matches(says))
                ? null
                : "no validated check says that " + tightened.on() + "." + column + " IS NOT NULL";
    }
}
