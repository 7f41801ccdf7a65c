// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.kernel.application.SqlState;
import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Problems of violated constraints: by their name if a context has named them, else by their SQLSTATE. */
@PersistenceTest
@Transactional
@Tag("rule-mapped-constraints")
class BrokenConstraintsTest {
    private final JdbcClient jdbc;
    private final ScratchMapper things;

    @Autowired
    BrokenConstraintsTest(JdbcClient jdbc, SqlSessionFactory factory) {
        this.jdbc = jdbc;
        this.things = ScratchSchema.mapper(factory);
    }

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @Test
    @Tag("rule-repositories-rethrow")
    void givesANamedConstraintTheProblemOfItsContext() {
        var named = constraints(Map.of("fk_things_owner", KernelProblem.BUSY));

        assertThat(named.problemFor(unknownOwner())).contains(KernelProblem.BUSY);
    }

    @Test
    void readsADuplicateAsAConflict() {
        var thing = Thing.blank();
        things.add(thing);

        assertThat(problemOf(() -> things.add(thing))).contains(KernelProblem.CONFLICT);
    }

    @Test
    void readsAnOverlapAsAConflict() {
        var span = new InstantRange(Instant.EPOCH, null);
        things.add(Thing.lasting(span));

        assertThat(problemOf(() -> things.add(Thing.lasting(span)))).contains(KernelProblem.CONFLICT);
    }

    @Test
    void readsAMissingTargetAsABrokenReference() {
        var failure = unknownOwner();

        assertThat(constraints(Map.of()).problemFor(failure)).isEmpty();
        assertThat(problemOf(failure)).contains(KernelProblem.BROKEN_REFERENCE);
    }

    @Test
    void readsTheDeletionOfATargetAsABrokenReference() {
        var owner = Thing.blank();
        things.add(owner);
        things.add(Thing.owned(owner.id()));

        assertThat(problemOf(() -> run("DELETE FROM scratch.things WHERE owner IS NULL")))
                .contains(KernelProblem.BROKEN_REFERENCE);
    }

    @Test
    void readsAFailedCheckAsOutOfBounds() {
        var tooMany = Thing.named(Collections.nCopies(9, "name"));

        assertThat(problemOf(() -> things.add(tooMany))).contains(KernelProblem.OUT_OF_BOUNDS);
    }

    @Test
    void readsAMissingValueAsOutOfBounds() {
        assertThat(problemOf(() -> run("INSERT INTO scratch.things (id) VALUES (NULL)")))
                .contains(KernelProblem.OUT_OF_BOUNDS);
    }

    @Test
    void readsAnOverflowAsOutOfBounds() {
        assertThat(problemOf(() -> run("SELECT 9223372036854775807 + 1"))).contains(KernelProblem.OUT_OF_BOUNDS);
    }

    @Test
    void ignoresFailuresThatAreNoViolation() {
        assertThat(problemOf(() -> run("SELECT 1 / 0"))).isEmpty();
        assertThat(constraints(Map.of()).problemFor(new EmptyResultDataAccessException(1)))
                .isEmpty();
    }

    @Test
    void refusesANameThatTwoContextsClaim() {
        ConstraintProblems one = () -> Map.of("uq_things_name", KernelProblem.BUSY);
        ConstraintProblems other = () -> Map.of("uq_things_name", KernelProblem.CONFLICT);

        assertThatIllegalStateException()
                .isThrownBy(() -> new BrokenConstraints(List.of(one, other)))
                .withMessageContaining("uq_things_name");
    }

    private DataAccessException unknownOwner() {
        return failureOf(() -> things.add(Thing.owned(Thing.newId())));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private static Optional<ProblemType> problemOf(Runnable code) {
        return problemOf(failureOf(code));
    }

    private static Optional<ProblemType> problemOf(DataAccessException failure) {
        return Optional.ofNullable(SqlState.of(failure)).map(SqlState::problem);
    }

    private static DataAccessException failureOf(Runnable code) {
        var failure = catchThrowableOfType(DataAccessException.class, code::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static BrokenConstraints constraints(Map<String, ProblemType> problems) {
        return new BrokenConstraints(List.of(() -> problems));
    }
}
