// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import static java.util.stream.Collectors.toSet;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.query.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules of what the project's own tests must execute: each branch of each statement, and a statement of each table. */
final class CoverageRules {
    private static final Pattern NAME = Pattern.compile("\\w+\\.\\w+");

    static final List<Rule> RULES = List.of(
            Rule.of("table-with-mapper").whole(Checkpoint.HARNESS, CoverageRules::wholeTables),
            Rule.of("soft-delete-restore")
                    .each(
                            Checkpoint.HARNESS,
                            CoverageRules::softlyDeleting,
                            (softly, findings) -> softly.mustBeRestorable(findings)),
            Rule.of("statement-coverage").each(Checkpoint.HARNESS, ObservedStatement::all, CoverageRules::covered));

    private CoverageRules() {}

    private static void wholeTables(Project project, Findings findings) {
        Map<String, List<ObservedStatement>> users = new HashMap<>();
        for (var statement : ObservedStatement.all(project)) {
            names(project, statement)
                    .forEach(name -> users.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(statement));
        }
        for (var table : Catalog.of(project).tables()) {
            findings.looked();
            used(table, users.getOrDefault(table.qualified().toLowerCase(Locale.ROOT), List.of()), findings);
        }
    }

    private static Set<String> names(Project project, ObservedStatement statement) {
        return statement.statement().variants().stream()
                .flatMap(variant -> Stream.concat(
                        NAME.matcher(variant.sql()).results().map(MatchResult::group),
                        Tables.of(project).named(variant.sql()).stream().map(Table::qualified)))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    private static void used(Table table, List<ObservedStatement> users, Findings findings) {
        if (users.isEmpty()) {
            findings.violation(table, "no mapper uses it");
        } else if (users.stream().allMatch(statement -> statement.did() == null)) {
            findings.violation(table, "no test runs any of the statements that use it");
        }
    }

    private static boolean says(ObservedStatement statement, Pattern pattern) {
        return statement.statement().variants().stream()
                .anyMatch(variant -> pattern.matcher(variant.sql()).find());
    }

    private static List<Softly> softlyDeleting(Project project) {
        var statements = ObservedStatement.all(project);
        return Catalog.of(project).tables().stream()
                .filter(table -> table.column("deleted_at").isPresent())
                .map(table -> new Softly(table.place(), table, statements))
                .toList();
    }

    private record Softly(Place place, Table table, List<ObservedStatement> statements) implements Subject {
        void mustBeRestorable(Findings findings) {
            var restores = Pattern.compile("(?is)\\bUPDATE\\s+(?:" + Pattern.quote(table.schema() + ".") + ")?"
                    + Pattern.quote(table.name()) + "\\b.*\\bSET\\b.*\\bdeleted_at\\s*=\\s*NULL\\b");
            var restoring = statements.stream()
                    .filter(statement -> says(statement, restores))
                    .toList();
            if (restoring.isEmpty()) {
                findings.violation(table, "no statement restores its rows");
            } else if (restoring.stream().allMatch(statement -> statement.did() == null)) {
                findings.violation(
                        table, "no test runs " + restoring.get(0).place().element());
            }
        }
    }

    private static void covered(ObservedStatement statement, Findings findings) {
        var did = statement.did();
        if (did == null) {
            findings.violation(statement, "no test executes it");
            return;
        }
        for (var branch : did.branches()) {
            boolean loop = branch.label().startsWith("foreach");
            if (branch.taken() == 0) {
                findings.violation(
                        statement,
                        "no test " + (loop ? "gives several items to" : "enters") + " <" + branch.label() + ">");
            }
            if (branch.passed() == 0 && !branch.label().equals("otherwise")) {
                findings.violation(
                        statement,
                        "no test " + (loop ? "gives a single item to" : "leaves out") + " <" + branch.label() + ">");
            }
        }
    }
}
