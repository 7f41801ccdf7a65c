// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.analyze.CitusRefusals;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.PreparedCheck;
import dev.ashlar.rules.sql.query.SqlTree;
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
        return Rule.of("distributed-writes").whole(Checkpoint.PLAN, ClusterRules::examine);
    }

    private static void examine(Project project, Findings findings) {
        var told = new LinkedHashMap<MapperStatement, Set<String>>();
        try (var connection = project.database().getConnection()) {
            connection.setAutoCommit(false);
            var refusals = CitusRefusals.of(connection);
            for (var prepared : Preparation.of(project).usable()) {
                if (!writes(prepared.variant())) {
                    continue;
                }
                var breaches = told.computeIfAbsent(prepared.statement(), statement -> new HashSet<>());
                for (var breach : refusals.in(prepared)) {
                    if (breaches.add(breach)) {
                        findings.violation(prepared.statement(), breach + PreparedCheck.context(prepared));
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
