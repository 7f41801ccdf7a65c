// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.analyze.CitusRefusals;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.query.SqlTree;
import java.sql.SQLException;
import java.util.List;

/** The rule that lets the schemas of a database be spread over several servers. */
final class ClusterRules {
    static final List<Rule> RULES = List.of(distributedWrites());

    private ClusterRules() {}

    private static Rule distributedWrites() {
        return Rule.of("distributed-writes").whole(Checkpoint.PLAN, ClusterRules::examine);
    }

    private static void examine(Project project, Findings findings) {
        try (var connection = project.database().getConnection()) {
            connection.setAutoCommit(false);
            var refusals = CitusRefusals.of(connection);
            Prepared.check(
                            prepared -> writes(prepared.variant()),
                            (prepared, breach) -> refusals.in(prepared).forEach(breach))
                    .examination()
                    .accept(project, findings);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean writes(Variant variant) {
        return SqlTree.of(variant.sql()).queries().stream()
                .anyMatch(query -> query.target().isPresent());
    }
}
