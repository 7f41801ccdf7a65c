// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on changes to tables in use: short locks, and none that lasts as long as the table is big. */
final class LockRules {
    static final List<Rule> RULES = List.of(
            Rule.of("require-concurrent-index-creation")
                    .each(
                            Checkpoint.CHANGELOG,
                            project -> Changelogs.doing(project, Action.CreateIndex.class, Action.Drop.class),
                            Step.each(Action.class, LockRules::locks)),
            Rule.of("require-timeout-settings").each(Checkpoint.CHANGELOG, LockRules::locking, LockRules::timeouts),
            Rule.of("constraint-missing-not-valid").whole(Checkpoint.CHANGELOG, LockRules::notValidFirst),
            Rule.of("disallowed-unique-constraint")
                    .refuse(
                            Checkpoint.CHANGELOG,
                            project -> inUse(Constrained.of(project, Kind.UNIQUE, Kind.PRIMARY_KEY, Kind.EXCLUSION)),
                            key -> !key.constraint().usingIndex()
                                    ? key.qualified() + " builds its index under the table's lock"
                                    : null),
            Rule.of("one-lock").each(Checkpoint.CHANGELOG, LockRules::locking, LockRules::oneLock));

    private LockRules() {}

    private static @Nullable String locks(Step<Action> step) {
        if (step.action() instanceof Action.CreateIndex made && step.isInUse()) {
            return locks(step, made.concurrently(), "index " + made.name());
        }
        return step.action() instanceof Action.Drop dropped && dropped.kind().equals("INDEX")
                ? locks(step, dropped.concurrently(), "DROP INDEX " + dropped)
                : null;
    }

    private static @Nullable String locks(Step<?> step, boolean concurrently, String what) {
        if (!concurrently) {
            return what + " is not CONCURRENTLY";
        }
        if (step.changeset().transactional()) {
            return what + " stands in a transaction: the changeset lacks runInTransaction:false";
        }
        return step.changeset().statements().size() > 1 ? what + " does not stand alone in its changeset" : null;
    }

    private static void timeouts(Changeset changeset, Findings findings) {
        Set<String> set = new HashSet<>();
        var locks = Lock.of(changeset);
        for (var statement : changeset.statements()) {
            for (var action : statement.actions()) {
                if (action instanceof Action.SetParameter setting && limits(changeset, setting)) {
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
    }

    private static List<Changeset> locking(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> !Lock.of(changeset).isEmpty())
                .toList();
    }

    /** A limit other than 0, which means none; LOCAL does nothing outside a transaction. */
    private static boolean limits(Changeset changeset, Action.SetParameter setting) {
        return setting.local() == changeset.transactional() && !setting.value().matches("(?i)'?0\\w*'?|default");
    }

    private static void needs(Lock lock, String setting, String does, Set<String> set, Findings findings) {
        if (!set.contains(setting)) {
            findings.violation(lock.statement(), does + " " + lock.table() + " without a " + setting);
        }
    }

    private static void notValidFirst(Project project, Findings findings) {
        var waiting = new LinkedHashMap<String, Constrained>();
        for (var step : Step.of(project, Action.class)) {
            for (var added : inUse(Constrained.of(step, Kind.FOREIGN_KEY, Kind.CHECK))) {
                findings.looked();
                if (added.constraint().notValid()) {
                    waiting.put(added.qualified(), added);
                } else {
                    findings.violation(
                            added, added.qualified() + " is checked against all rows under the lock that adds it");
                }
            }
            if (step.action() instanceof Action.ValidateConstraint valid) {
                var name = valid.on() + "." + valid.constraint();
                var added = waiting.remove(name);
                if (added != null && added.step().changeset().equals(step.changeset())) {
                    findings.violation(step, name + " is validated in the changeset that adds it");
                }
            }
        }
        waiting.forEach((name, added) -> findings.violation(added, name + " is never validated"));
    }

    private static List<Constrained> inUse(List<Constrained> constraints) {
        return constraints.stream()
                .filter(constrained -> constrained.step().isInUse())
                .toList();
    }

    private static void oneLock(Changeset changeset, Findings findings) {
        Lock held = null;
        for (var statement : changeset.transactional() ? changeset.statements() : List.<Statement>of()) {
            boolean quick = statement.actions().stream()
                    .allMatch(action -> action instanceof Action.Comment
                            || action instanceof Action.GrantPrivileges
                            || action instanceof Action.RevokePrivileges
                            || action instanceof Action.SetParameter);
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
    }
}
