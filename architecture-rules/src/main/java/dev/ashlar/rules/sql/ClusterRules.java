// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The rule that lets the schemas of a database be spread over several servers. */
final class ClusterRules {
    /** This rule. */
    static final List<Rule> RULES = List.of(distributedWrites());

    private ClusterRules() {}

    private static Rule distributedWrites() {
        return Rule.of(
                        "distributed-writes",
                        "A write has a form that Citus can send to the server of its schema: no subquery in VALUES, and no function"
                                + " that depends on more than its arguments where it would be called for each row.")
                .because("such a statement is refused on the day when the schema moves to another server")
                .mend(
                        "write INSERT … SELECT; compute the value before; add an interval to a time AT TIME ZONE 'UTC' and turn it"
                                + " back, which depends on no setting")
                .partly(
                        "what the planner of Citus 13 refuses in schemas that are distributed whole; nothing is run on Citus")
                .whole(Checkpoint.PLAN, ClusterRules::examine);
    }

    private static void examine(Project project, Findings findings) {
        var told = new LinkedHashMap<MapperStatement, Set<String>>();
        try (var connection = project.database().getConnection()) {
            var forms = new RefusedForms(new Volatility(connection));
            connection.setAutoCommit(false);
            for (var prepared : Preparation.of(project).usable()) {
                if (!writes(prepared.variant())) {
                    continue;
                }
                var breaches = told.computeIfAbsent(prepared.statement(), statement -> new HashSet<>());
                for (var breach : forms.in(AnalyzedStatement.queries(connection, prepared))) {
                    if (breaches.add(breach)) {
                        findings.violation(prepared.statement(), breach + Judged.context(prepared));
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        told.forEach((statement, breaches) -> findings.looked());
    }

    private static boolean writes(Variant variant) {
        return SqlTree.of(variant.sql()).queries().stream()
                .anyMatch(query -> query.target().isPresent());
    }
}
