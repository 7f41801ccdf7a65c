// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.trial;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import java.sql.SQLException;
import java.util.List;

/**
 * Row-level security as an oracle, which does not care how a statement is written. Every read of a table with deleted rows or
 * a scope is run over one row in each of its tables, then over the same row marked as deleted or given to a stranger: once as
 * the owner, once as a role from whom a policy hides such rows. Different answers are a leak. All of it happens in one
 * transaction, without the tables' checks and foreign keys, and is rolled back.
 *
 * @param trials what was tried
 */
public record ReadTrials(List<ReadTrial> trials) {

    public static ReadTrials of(Project project) {
        return project.part(ReadTrials.class, () -> {
            try (var connection = project.database().getConnection()) {
                connection.setAutoCommit(false);
                try {
                    return new ReadTrials(new TrialSchema(project, connection).run());
                } finally {
                    connection.rollback();
                }
            } catch (SQLException failed) {
                throw new CannotTell("no row can be hidden in this database: " + failed.getMessage(), failed);
            }
        });
    }
}
