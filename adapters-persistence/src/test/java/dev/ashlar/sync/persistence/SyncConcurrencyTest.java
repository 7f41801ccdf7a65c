// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.found;
import static dev.ashlar.sync.domain.SampleSync.item;
import static dev.ashlar.sync.domain.SampleSync.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.sync.application.SyncService;
import dev.ashlar.sync.application.SyncStepService;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.Catalogues;
import dev.ashlar.sync.domain.Courses;
import dev.ashlar.sync.domain.SyncProblem;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs at several instances at the same moment. */
@ServiceTest
class SyncConcurrencyTest {
    private static final int INSTANCES = 8;
    private static final Actor ADMIN = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    private final SyncService sync;
    private final SyncStepService steps;
    private final Courses courses;
    private final TransactionTemplate transactions;
    private final MovableClock clock;
    private final JdbcClient psql;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    SyncConcurrencyTest(
            SyncService sync,
            SyncStepService steps,
            Courses courses,
            PlatformTransactionManager transactions,
            MovableClock clock,
            FreshDatabase.Switch database) {
        this.sync = sync;
        this.steps = steps;
        this.courses = courses;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void forgetEarlierRuns() {
        psql.sql("DELETE FROM sync.sync_runs").update();
        psql.sql("DELETE FROM mrlearn.courses").update();
    }

    @Race(3)
    void oneOfManyRunsOfASourceStarts() {
        var outcomes = Together.run(INSTANCES, () -> sync.start(ADMIN, SyncSource.MRLEARN));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.type()).isEqualTo(SyncProblem.RUN_OPEN)));
        assertThat(count("sync.sync_runs")).isEqualTo(1);
    }

    @Race(3)
    void aRunIsClaimedByOneInstance() {
        sync.start(ADMIN, SyncSource.MRLEARN);

        var claimed = Together.run(INSTANCES, steps::claim);

        assertThat(claimed).allMatch(Outcome::succeeded);
        assertThat(claimed)
                .filteredOn(
                        outcome -> outcome.value() != null && outcome.value().isPresent())
                .hasSize(1);
    }

    /** Pages of two runs that found different versions of one course. */
    @Race(10)
    void anOlderVersionNeverOverwritesANewerOne() {
        var outcomes = Together.run(
                INSTANCES,
                number -> () -> transactions.execute(status -> {
                    int version = (number * 5) % INSTANCES;
                    return courses.upsert(List.of(found("a", version), found("b", INSTANCES - version)), NOW, NOW);
                }));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(ItemJdbc.stored(psql, "mrlearn.courses"))
                .extracting(stored -> stored.item())
                .containsExactly(item("a", INSTANCES - 1L), item("b", INSTANCES));
    }

    @Race(3)
    void aStepIsStoredOnceThoughTwoInstancesMadeIt() {
        sync.start(ADMIN, SyncSource.MRLEARN);
        var late = steps.claim().orElseThrow();
        clock.advance(SyncRun.LEASE);
        var run = steps.claim().orElseThrow();

        var outcomes = Together.run(List.<Callable<Object>>of(
                () -> stored(late, page("b", "1", "2")),
                () -> stored(run, page("b", "1", "2")),
                () -> stored(late, page("b", "1", "2")),
                () -> stored(run, page("b", "1", "2"))));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        var next = steps.claim().orElseThrow();
        assertThat(next.progress().sourceCursor()).isEqualTo("b");
        assertThat(next.progress().counts().pages()).isEqualTo(1);
        assertThat(next.progress().counts().received()).isEqualTo(2);
    }

    /** As a process does that was paused for minutes while another instance went on. */
    @Test
    void aLatePageDoesNotTurnTheRunBack() {
        sync.start(ADMIN, SyncSource.MRLEARN);
        var late = steps.claim().orElseThrow();
        clock.advance(SyncRun.LEASE);
        steps.store(steps.claim().orElseThrow(), page("b", "1"));
        steps.store(steps.claim().orElseThrow(), page("c", "2"));

        steps.store(late, page("b", "1", "late"));

        var next = steps.claim().orElseThrow();
        assertThat(next.progress().sourceCursor()).isEqualTo("c");
        assertThat(next.progress().counts().pages()).isEqualTo(2);
        assertThat(count("mrlearn.courses")).isEqualTo(2);
    }

    private Object stored(SyncRun run, CataloguePage page) {
        steps.store(run, page);
        return run;
    }

    private long count(String table) {
        return psql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
