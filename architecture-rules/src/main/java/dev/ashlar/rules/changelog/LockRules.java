// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.changelog.ConstraintDefinition.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on changes to tables in use: short locks, and none that lasts as long as the table is big. */
final class LockRules {
    /** The rules. */
    static final List<Rule> RULES =
            List.of(concurrently(), timeouts(), notValidFirst(), uniqueThroughIndex(), oneLock());

    private LockRules() {}

    private static Rule concurrently() {
        return Rule.of("require-concurrent-index-creation")
                .each(Checkpoint.CHANGELOG, LockRules::indexing, (changeset, findings) -> {
                    changeset.on(Action.CreateIndex.class, (made, statement) -> {
                        if (changeset.inUse(made.on())) {
                            concurrent(changeset, statement, made.concurrently(), "index " + made.name(), findings);
                        }
                    });
                    changeset.on(Action.Drop.class, (dropped, statement) -> {
                        if (dropped.kind().equals("INDEX")) {
                            concurrent(changeset, statement, dropped.concurrently(), "DROP INDEX " + dropped, findings);
                        }
                    });
                });
    }

    private static List<Changeset> indexing(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.does(Action.CreateIndex.class) || changeset.does(Action.Drop.class))
                .toList();
    }

    private static void concurrent(
            Changeset changeset, Statement statement, boolean concurrently, String what, Findings findings) {
        if (!concurrently) {
            findings.violation(statement, what + " is not CONCURRENTLY");
        } else if (changeset.transactional()) {
            findings.violation(
                    statement, what + " stands in a transaction: the changeset lacks runInTransaction:false");
        } else if (changeset.statements().size() > 1) {
            findings.violation(statement, what + " does not stand alone in its changeset");
        }
    }

    private static Rule timeouts() {
        return Rule.of("require-timeout-settings")
                .each(Checkpoint.CHANGELOG, LockRules::locking, (changeset, findings) -> {
                    Set<String> set = new HashSet<>();
                    var locks = Lock.of(changeset);
                    for (var statement : changeset.statements()) {
                        for (var action : statement.actions()) {
                            if (action instanceof Action.Setting setting && limits(changeset, setting)) {
                                set.add(setting.on().local());
                            }
                        }
                        for (var lock : locks) {
                            if (lock.statement().equals(statement)) {
                                needs(lock, "lock_timeout", "locks", set, findings);
                                if (lock.scans()) {
                                    needs(lock, "statement_timeout", "scans", set, findings);
                                }
                            }
                        }
                    }
                });
    }

    private static List<Changeset> locking(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> !Lock.of(changeset).isEmpty())
                .toList();
    }

    /** A limit other than 0, which means none; LOCAL does nothing outside a transaction. */
    private static boolean limits(Changeset changeset, Action.Setting setting) {
        return setting.local() == changeset.transactional() && !setting.value().matches("(?i)'?0\\w*'?|default");
    }

    private static void needs(Lock lock, String setting, String does, Set<String> set, Findings findings) {
        if (!set.contains(setting)) {
            findings.violation(lock.statement(), does + " " + lock.table() + " without a " + setting);
        }
    }

    private static Rule notValidFirst() {
        return Rule.of("constraint-missing-not-valid").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            Map<String, Statement> waiting = new HashMap<>();
            for (var changeset : Changelogs.of(project)) {
                Map<String, Statement> here = new HashMap<>();
                changeset.on(
                        Action.AddColumn.class,
                        (added, statement) -> added.column()
                                .constraints()
                                .forEach(inline ->
                                        constrained(changeset, added.on(), inline, statement, here, findings)));
                changeset.on(
                        Action.AddConstraint.class,
                        (added, statement) ->
                                constrained(changeset, added.on(), added.constraint(), statement, here, findings));
                changeset.on(Action.ValidateConstraint.class, (valid, statement) -> {
                    var name = valid.on() + "." + valid.constraint();
                    waiting.remove(name);
                    if (here.remove(name) != null) {
                        findings.violation(statement, name + " is validated in the changeset that adds it");
                    }
                });
                waiting.putAll(here);
            }
            waiting.forEach((name, statement) -> findings.violation(statement, name + " is never validated"));
        });
    }

    private static void constrained(
            Changeset changeset,
            Name table,
            ConstraintDefinition constraint,
            Statement at,
            Map<String, Statement> here,
            Findings findings) {
        boolean checked = constraint.kind() == Kind.FOREIGN_KEY || constraint.kind() == Kind.CHECK;
        if (!checked || !changeset.inUse(table)) {
            return;
        }
        findings.looked();
        if (constraint.notValid()) {
            here.put(table + "." + constraint.name(), at);
        } else {
            findings.violation(
                    at, table + "." + constraint.name() + " is checked against all rows under the lock that adds it");
        }
    }

    private static Rule uniqueThroughIndex() {
        return Rule.of("disallowed-unique-constraint").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var changeset : Changelogs.of(project)) {
                changeset.on(
                        Action.AddColumn.class,
                        (added, statement) -> added.column()
                                .constraints()
                                .forEach(inline -> keyed(changeset, added.on(), inline, statement, findings)));
                changeset.on(
                        Action.AddConstraint.class,
                        (added, statement) -> keyed(changeset, added.on(), added.constraint(), statement, findings));
            }
        });
    }

    private static void keyed(
            Changeset changeset, Name table, ConstraintDefinition constraint, Statement at, Findings findings) {
        boolean key = Set.of(Kind.UNIQUE, Kind.PRIMARY_KEY, Kind.EXCLUSION).contains(constraint.kind());
        if (key && changeset.inUse(table)) {
            findings.looked();
            if (!constraint.usingIndex()) {
                findings.violation(at, table + "." + constraint.name() + " builds its index under the table's lock");
            }
        }
    }

    private static Rule oneLock() {
        return Rule.of("one-lock").each(Checkpoint.CHANGELOG, LockRules::locking, (changeset, findings) -> {
            Lock held = null;
            for (var statement : changeset.transactional() ? changeset.statements() : List.<Statement>of()) {
                boolean quick = statement.actions().stream()
                        .allMatch(action -> action instanceof Action.Comment
                                || action instanceof Action.Grant
                                || action instanceof Action.Revoke
                                || action instanceof Action.Setting);
                if (held != null && !quick) {
                    findings.violation(
                            statement,
                            "runs while " + held.table() + " is locked by: "
                                    + held.statement().firstLine());
                }
                for (var lock : Lock.of(changeset)) {
                    held = lock.statement().equals(statement) ? lock : held;
                }
            }
        });
    }
}
