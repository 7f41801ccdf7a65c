// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.planner.application.AutomationJobService;
import dev.ashlar.planner.application.AutomationRunService;
import dev.ashlar.planner.application.AutomationWorkflow;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationRun;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.CronExpressions;
import dev.ashlar.planner.domain.DueJob;
import dev.ashlar.planner.domain.JobSchedule;
import dev.ashlar.planner.domain.JobScheduleType;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookCall;
import dev.ashlar.planner.domain.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ticks of several instances, beside what the owner does at the same moment. */
@ServiceTest
class AutomationConcurrencyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int INSTANCES = 8;

    private final AutomationJobService jobs;
    private final AutomationRunService runs;
    private final AutomationWorkflow workflow;
    private final MovableClock clock;
    private final JdbcClient psql;
    private final Actor owner = new Actor(Automations.owner(), Role.STUDENT, Actor.DEFAULT_PLATFORM);

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private CronExpressions cron;

    @Autowired
    AutomationConcurrencyTest(
            AutomationJobService jobs,
            AutomationRunService runs,
            AutomationWorkflow workflow,
            MovableClock clock,
            FreshDatabase.Switch database) {
        this.jobs = jobs;
        this.runs = runs;
        this.workflow = workflow;
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void forgetEarlierJobs() {
        psql.sql("DELETE FROM planner.automation_jobs").update();
        psql.sql("DELETE FROM planner.todos").update();
    }

    @Race(3)
    void aTickRunsOnceThoughEachInstanceSeesIt() {
        for (int count = 0; count < 10; count++) {
            jobs.create(owner, plan(everyMinute()));
        }
        for (int tick = 1; tick <= 3; tick++) {
            clock.advance(MINUTE);
            assertThat(Together.run(INSTANCES, workflow::tick)).allMatch(Outcome::succeeded);
            assertThat(count("planner.todos")).isEqualTo(10L * tick);
            assertThat(count("planner.automation_runs WHERE outcome = 'succeeded'"))
                    .isEqualTo(10L * tick);
        }
    }

    /** As a process does that has read the job before it was paused for a minute itself. */
    @Race(3)
    void aTickRunsOnceThoughItWasSeenDueBefore() {
        jobs.create(owner, plan(everyMinute()));
        clock.advance(MINUTE);
        var seen = runs.due().getFirst();

        assertThat(Together.run(INSTANCES, () -> tick(seen))).allMatch(Outcome::succeeded);

        assertThat(count("planner.todos")).isEqualTo(1);
    }

    @Race(5)
    void aRunOfTheOwnerBesideATickLeavesOneOpenAndLosesNone() {
        var id = jobs.create(owner, calling(everyMinute())).id();
        clock.advance(MINUTE);

        var outcomes = Together.run(List.<Callable<Object>>of(
                workflow::tick, () -> runs.runNow(owner, id), workflow::tick, () -> runs.runNow(owner, id)));

        successes(outcomes, PlannerProblem.RUN_OPEN);
        assertThat(count("planner.automation_runs WHERE outcome = 'running'")).isEqualTo(1);
        if (count("planner.automation_runs WHERE manual") == 1 && count("planner.automation_runs") == 1) {
            answer(runs.claimCalls().getFirst(), WebhookAnswer.Result.DELIVERED);
            workflow.tick();
        }
        assertThat(count("planner.automation_runs WHERE NOT manual")).isEqualTo(1);
    }

    @Race(3)
    void oneOfManyRunsOfTheOwnerBegins() {
        var id = jobs.create(owner, calling(everyMinute())).id();

        var outcomes = Together.run(INSTANCES, () -> runs.runNow(owner, id));

        assertThat(successes(outcomes, PlannerProblem.RUN_OPEN)).isEqualTo(1);
        assertThat(count("planner.automation_runs")).isEqualTo(1);
    }

    @Race(3)
    void aCallIsClaimedByOneInstance() {
        for (int count = 0; count < 30; count++) {
            runs.runNow(owner, jobs.create(owner, calling(everyMinute())).id());
        }

        var claimed = claimedTogether();
        assertThat(claimed).hasSize(30).doesNotHaveDuplicates();
        clock.advance(AutomationRun.LEASE);
        assertThat(claimedTogether()).hasSize(30);
    }

    @Race(3)
    void anAnswerCountsOnce() {
        var id = jobs.create(owner, calling(everyMinute())).id();
        runs.runNow(owner, id);
        var call = runs.claimCalls().getFirst();

        var outcomes = Together.run(INSTANCES, () -> answer(call, WebhookAnswer.Result.REFUSED));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(jobs.get(owner, id).state().failures()).isEqualTo(1);
    }

    @Race(5)
    void aPausedJobHasNoFurtherTick() {
        var id = jobs.create(owner, plan(everyMinute())).id();
        clock.advance(MINUTE);

        var outcomes =
                Together.run(List.<Callable<Object>>of(workflow::tick, () -> jobs.pause(owner, id), workflow::tick));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        long todos = count("planner.todos");
        assertThat(todos).isLessThanOrEqualTo(1);
        clock.advance(MINUTE);
        workflow.tick();
        assertThat(count("planner.todos")).isEqualTo(todos);
    }

    @Race(5)
    void aDeletedJobHasNoOpenRun() {
        var id = jobs.create(owner, calling(everyMinute())).id();
        clock.advance(MINUTE);

        var outcomes = Together.run(
                List.<Callable<Object>>of(workflow::tick, () -> deleted(id), () -> runs.runNow(owner, id)));

        successes(outcomes, PlannerProblem.AUTOMATION_JOB_NOT_FOUND, PlannerProblem.RUN_OPEN);
        assertThat(count("planner.automation_runs WHERE outcome = 'running'")).isZero();
    }

    /** An edit that plans the tick again that another instance runs. */
    @Race(5)
    void anEditBesideATickRepeatsNone() {
        var id = jobs.create(owner, plan(everyMinute())).id();
        var schedule = jobs.get(owner, id).plan().schedule();
        clock.advance(MINUTE);

        var outcomes = Together.run(List.<Callable<Object>>of(
                workflow::tick, () -> jobs.edit(owner, id, 0, plan(schedule)), workflow::tick));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        workflow.tick();
        assertThat(count("planner.automation_runs"))
                .isEqualTo(count("planner.todos"))
                .isLessThanOrEqualTo(1);
    }

    @Race(10)
    void nobodyHasMoreJobsThanAllowed() {
        for (int count = 1; count < AutomationJob.MAX_JOBS; count++) {
            jobs.create(owner, plan(everyMinute()));
        }

        var outcomes = Together.run(INSTANCES, () -> jobs.create(owner, plan(everyMinute())));

        assertThat(successes(outcomes, PlannerProblem.AUTOMATION_JOBS_EXCEEDED)).isEqualTo(1);
        assertThat(count("planner.automation_jobs")).isEqualTo(AutomationJob.MAX_JOBS);
    }

    /** The todo, its run and the next tick commit together; a tick that cannot be carried out does not stop those after it. */
    @Test
    void recordsATickThatTheDatabaseRefuses() {
        var id = jobs.create(owner, plan(everyMinute())).id();
        psql.sql("ALTER TABLE planner.todos ADD CONSTRAINT chk_todos_test CHECK (title <> 'Water the plants')")
                .update();
        try {
            clock.advance(MINUTE);
            assertThat(workflow.tick()).isEqualTo(1);
            assertThat(count("planner.automation_runs WHERE outcome = 'failed' AND detail IS NOT NULL"))
                    .isEqualTo(1);
            assertThat(jobs.get(owner, id).state().failures()).isEqualTo(1);
        } finally {
            psql.sql("ALTER TABLE planner.todos DROP CONSTRAINT chk_todos_test").update();
        }
        clock.advance(MINUTE);
        workflow.tick();
        assertThat(count("planner.todos")).isEqualTo(1);
        assertThat(jobs.get(owner, id).state().failures()).isZero();
    }

    private JobSchedule everyMinute() {
        return new JobSchedule(JobScheduleType.INTERVAL, clock.instant().plus(MINUTE), 60, null, "UTC");
    }

    private Object tick(DueJob seen) {
        runs.tick(seen);
        return seen;
    }

    private Object deleted(AutomationJobId id) {
        jobs.delete(owner, id, 0);
        return id;
    }

    private Object answer(WebhookCall call, WebhookAnswer.Result result) {
        runs.answer(call, new WebhookAnswer(result, MINUTE, "Answer"));
        return call;
    }

    private List<Object> claimedTogether() {
        return Together.run(4, runs::claimCalls).stream()
                .map(Outcome::value)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .<Object>map(call -> call.run().id())
                .toList();
    }

    private long count(String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }

    /** Returns the number of successes, after checking that all others were refused for one of these reasons. */
    private static long successes(List<? extends Outcome<?>> outcomes, ProblemType... refusals) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(Set.of(refusals)).contains(refusal.type())));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }
}
