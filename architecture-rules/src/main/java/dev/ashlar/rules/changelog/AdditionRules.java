// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on columns that are added to a table with rows, and on their way to NOT NULL. */
final class AdditionRules {
    /** The rules. */
    static final List<Rule> RULES =
            List.of(threeStepsToNotNull(), safeAdditions(), noVolatileDefault(), notNullIsValidated());

    private static final Set<String> VOLATILE = Set.of(
            "random",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v4",
            "uuid_generate_v1",
            "clock_timestamp",
            "timeofday",
            "nextval",
            "setval",
            "random_normal");
    private static final Set<String> STEADY = Set.of(
            "now",
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "transaction_timestamp",
            "statement_timestamp",
            "true",
            "false",
            "null",
            "array",
            "interval",
            "date",
            "timestamp",
            "timestamptz",
            "time",
            "current_user",
            "session_user",
            "with",
            "without",
            "zone");

    private AdditionRules() {}

    private static Rule threeStepsToNotNull() {
        return Rule.of("not-null-in-steps").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            Map<String, Changeset> filled = new HashMap<>();
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.SetNotNull.class, (tightened, statement) -> {
                    findings.looked();
                    var column = tightened.on() + "." + tightened.column();
                    var before = changeset.before().column(tightened.on(), tightened.column());
                    if (before.isEmpty()) {
                        findings.violation(statement, column + " is added and tightened in one changeset");
                    } else if (!filled.containsKey(column)) {
                        findings.violation(statement, "no changeset before this one fills " + column);
                    }
                });
                changeset.on(
                        Action.Write.class,
                        (write, statement) ->
                                write.columns().forEach(column -> filled.put(write.on() + "." + column, changeset)));
            }
        });
    }

    private record Addition(Changeset changeset, Statement statement, Action.AddColumn action) implements Subject {
        @Override
        public Place place() {
            return statement.place();
        }

        String column() {
            return action.on() + "." + action.column().name();
        }

        String defaultValue() {
            return String.valueOf(action.column().defaultValue());
        }
    }

    /** Columns that are added to tables of earlier changesets. */
    private static List<Addition> additions(Project project) {
        var additions = new ArrayList<Addition>();
        for (var changeset : Changelogs.of(project)) {
            changeset.on(Action.AddColumn.class, (added, statement) -> {
                if (changeset.inUse(added.on())) {
                    additions.add(new Addition(changeset, statement, added));
                }
            });
        }
        return additions;
    }

    private static Rule safeAdditions() {
        return Rule.of("adding-required-field")
                .each(Checkpoint.CHANGELOG, AdditionRules::additions, (added, findings) -> {
                    var column = added.action().column();
                    if (column.generated()) {
                        findings.violation(added, added.column() + " is generated, which rewrites the table");
                    } else if (column.identity()) {
                        findings.violation(added, added.column() + " counts by itself, which rewrites the table");
                    } else if (column.required() && column.defaultValue() == null) {
                        findings.violation(added, added.column() + " is NOT NULL without a default");
                    } else if (unsteady(column.defaultValue()) != null) {
                        findings.violation(
                                added, "the default of " + added.column() + " is no constant: " + added.defaultValue());
                    }
                });
    }

    private static Rule noVolatileDefault() {
        return Rule.of("adding-field-with-default")
                .each(Checkpoint.CHANGELOG, AdditionRules::additions, (added, findings) -> {
                    var function = unsteady(added.action().column().defaultValue());
                    if (function != null) {
                        findings.violation(
                                added,
                                VOLATILE.contains(function)
                                        ? "the default of " + added.column() + " calls " + function
                                                + ", which is volatile"
                                        : "whether " + function + " in the default of " + added.column()
                                                + " is volatile, nobody knows");
                    }
                });
    }

    /** The first function in a default that may differ from row to row, or null. */
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

    private static Rule notNullIsValidated() {
        return Rule.of("adding-not-nullable-field").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.SetNotNull.class, (tightened, statement) -> {
                    findings.looked();
                    var says = "(?s).*check\\s*\\(+\\s*\"?" + tightened.column() + "\"?\\s+is\\s+not\\s+null\\s*\\)+.*";
                    if (changeset.before().validated(tightened.on()).stream()
                            .noneMatch(check ->
                                    check.text().toLowerCase(Locale.ROOT).matches(says))) {
                        findings.violation(
                                statement,
                                "no validated check says that " + tightened.on() + "." + tightened.column()
                                        + " IS NOT NULL");
                    }
                });
            }
        });
    }
}
