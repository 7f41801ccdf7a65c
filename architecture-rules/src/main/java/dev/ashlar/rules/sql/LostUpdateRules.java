// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.java.Call;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rule of values that Java reads and writes back. */
final class LostUpdateRules {
    static final List<Rule> RULES =
            List.of(Rule.of("lost-update").whole(Checkpoint.ARCHITECTURE, LostUpdateRules::lostUpdates));

    private LostUpdateRules() {}

    private static void lostUpdates(Project project, Findings findings) {
        var flow = new Flow(project);
        for (var type : Code.of(project).types(type -> type.concrete() && flow.concerns(type))) {
            for (var calls : Code.of(project).callsInOrder(type)) {
                flow.follow(type, calls, findings);
            }
        }
    }

    /** Calls of a method one after the other. */
    private static final class Flow {
        private final Project project;
        private final MapperCalls mappers;
        private final Map<MapperStatement, List<Prepared>> prepared = new HashMap<>();
        private final Map<MapperStatement, Optional<ReadRow>> rows = new HashMap<>();
        private final Map<MapperStatement, Set<String>> writes = new HashMap<>();

        Flow(Project project) {
            this.project = project;
            mappers = new MapperCalls(project);
            Preparation.of(project)
                    .usable()
                    .forEach(variant -> prepared.computeIfAbsent(variant.statement(), any -> new ArrayList<>())
                            .add(variant));
        }

        boolean concerns(Type type) {
            return mappers.isMadeBy(type);
        }

        /** A row that was read, with the calls since. */
        private record Held(ReadRow row, List<Call> since) {}

        void follow(Type type, List<Call> calls, Findings findings) {
            var held = new ArrayList<Held>();
            boolean isLocked = false;
            boolean hasChanged = false; // the row that it has changed is a lock, too
            for (var call : calls) {
                for (var statement : mappers.of(call)) {
                    isLocked |= locks(statement);
                    if (statement.kind().equals("update")) {
                        findings.looked();
                        if (!isLocked) {
                            held.forEach(read -> compare(type, call, read, statement, findings));
                        }
                        hasChanged = true;
                    } else if (statement.kind().equals("select") && !hasChanged) {
                        row(statement).ifPresent(row -> held.add(new Held(row, new ArrayList<>())));
                    }
                }
                held.forEach(read -> read.since().add(call));
            }
        }

        /** True if other writers wait for it or fail: it locks rows, or compares the version of the row that they belong to. */
        private boolean locks(MapperStatement statement) {
            return statement.variants().stream()
                    .anyMatch(variant -> SqlTree.of(variant.sql()).queries().stream()
                            .anyMatch(query -> MapperRules.locks(query)
                                    || WriteRules.isVersionGuarded(new Reading(project, variant, query))));
        }

        private Optional<ReadRow> row(MapperStatement statement) {
            return rows.computeIfAbsent(statement, read -> ReadRow.of(read, prepared.getOrDefault(read, List.of())));
        }

        private void compare(Type type, Call call, Held read, MapperStatement write, Findings findings) {
            var written = writes.computeIfAbsent(write, statement -> UnguardedWrite.columns(project, statement));
            var both = new TreeSet<>(written);
            both.retainAll(read.row().properties().keySet());
            boolean isUsed = read.row().isValue()
                    || read.row().isGivenTo(write)
                    || read.since().stream().anyMatch(since -> read.row().asks(since, both));
            if (!both.isEmpty() && isUsed && !type.noticesChanges(call.method())) {
                findings.violation(
                        type.at(call.line(), type.name() + "." + call.method()),
                        "writes " + String.join(", ", both) + " by " + write + " without a lock or guard, after "
                                + read.row().statement() + " has read it");
            }
        }
    }
}
