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
        return Rule.of("distributed-writes").whole(Checkpoint.PLAN, ClusterRules::examine);
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
