// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A misspelled or dropped constraint would lose its problem silently. */
@PersistenceTest
@Kills(mutant = "index uq_token_holds_ref_idempotency_key", test = "findsEveryNamedConstraintInTheDatabase")
class ConstraintNamesTest {
    @Autowired
    private List<ConstraintProblems> contexts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void findsEveryNamedConstraintInTheDatabase() {
        var constraintsAndUniqueIndexes = jdbc.sql("""
                        SELECT conname FROM pg_constraint
                        UNION
                        SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid WHERE indisunique""").query(String.class).set();

        assertThat(contexts).isNotEmpty();
        assertThat(contexts)
                .allSatisfy(context -> assertThat(constraintsAndUniqueIndexes)
                        .containsAll(context.byConstraint().keySet()));
    }

    @Test
    void givesTheErrorOfAShardTheSameProblem() {
        var problems = new BrokenConstraints(contexts);

        assertThat(contexts)
                .allSatisfy(context -> assertThat(context.byConstraint())
                        .allSatisfy((name, problem) -> assertThat(
                                        problems.problemFor(new DataIntegrityViolationException(
                                                "", WorkerErrors.violated(name + "_102008"))))
                                .contains(problem)));
    }
}
