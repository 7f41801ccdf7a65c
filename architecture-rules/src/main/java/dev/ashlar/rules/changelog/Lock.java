// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A lock that a statement takes on a table of an earlier changeset, and that holds off those who write to it.
 *
 * @param scans true if the statement reads or rewrites the table under it
 */
record Lock(Statement statement, Name table, boolean scans) {
    private static final Set<String> ON_TABLES = Set.of("TABLE", "COLUMN", "CONSTRAINT", "TRIGGER", "POLICY", "RULE");

    /** Returns the locks of a changeset, in order. */
    static List<Lock> of(Changeset changeset) {
        var locks = new ArrayList<Lock>();
        for (var statement : changeset.statements()) {
            for (var action : statement.actions()) {
                var table = changeset.table(action);
                if (changeset.inUse(table) && takesLock(action)) {
                    locks.add(new Lock(statement, table, scans(action)));
                }
            }
        }
        return locks;
    }

    private static boolean takesLock(Action action) {
        return action instanceof Action.AddColumn
                || action instanceof Action.AddConstraint
                || action instanceof Action.ChangeType
                || action instanceof Action.SetNotNull
                || (action instanceof Action.Alter altered && ON_TABLES.contains(altered.kind()))
                || (action instanceof Action.Rename renamed && ON_TABLES.contains(renamed.kind()))
                || (action instanceof Action.Create made && ON_TABLES.contains(made.kind()))
                || (action instanceof Action.Drop dropped
                        && (ON_TABLES.contains(dropped.kind())
                                || (dropped.kind().equals("INDEX") && !dropped.concurrently())))
                || (action instanceof Action.CreateIndex made && !made.concurrently())
                || (action instanceof Action.Write write && write.verb().equals("TRUNCATE"));
    }

    private static boolean scans(Action action) {
        return action instanceof Action.ChangeType
                || action instanceof Action.SetNotNull
                || action instanceof Action.CreateIndex
                || (action instanceof Action.AddConstraint added
                        && !added.constraint().notValid()
                        && !added.constraint().usingIndex())
                || (action instanceof Action.AddColumn filled
                        && (filled.column().generated()
                                || filled.column().identity()
                                || !filled.column().constraints().isEmpty()));
    }
}
