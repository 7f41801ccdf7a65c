// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.every;
import static dev.ashlar.planner.domain.Automations.item;
import static dev.ashlar.planner.domain.Automations.once;
import static dev.ashlar.planner.domain.Automations.plan;
import static dev.ashlar.planner.domain.Automations.skipping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.AutomationRun;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.DueJob;
import dev.ashlar.planner.domain.ItemSource;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobState;
import dev.ashlar.planner.domain.MissedTicks;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.RunOutcome;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookAnswer.Result;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AutomationWorkflowTest {
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Robots robots = new Robots();

    @Test
    void createsATodoAtEachTick() {
        var id = added(plan(every(HOUR)));
        assertThat(robots.workflow.tick()).isZero();
        tickAfter(HOUR);
        tickAfter(HOUR);
        verify(robots.todos, times(2))
                .insert(argThat(todo -> todo.ownerId().equals(robots.owner.userId())
                        && todo.content().title().equals("Water the plants")
                        && Due.on(LocalDate.of(2026, 11, 22))
                                .equals(todo.content().due())));
        assertThat(robots.stores.runsOf(id))
                .extracting(run -> run.progress().outcome())
                .containsExactly(RunOutcome.SUCCEEDED, RunOutcome.SUCCEEDED);
    }

    @Test
    void addsAScheduleItemInWholeSecondsAfterTheTick() {
        var id = added(
                new JobPlan("Item", once(NOW.plus(HOUR)), MissedTicks.RUN_ONCE, JobAction.ADD_SCHEDULE_ITEM, item()));
        tickAfter(HOUR);
        var run = robots.stores.runsOf(id).getFirst();
        var second = NOW.plus(HOUR).truncatedTo(ChronoUnit.SECONDS);
        verify(robots.items)
                .insert(argThat(item -> second.plus(Duration.ofMinutes(30))
                                .equals(item.details().time().startsAt())
                        && second.plus(Duration.ofMinutes(75))
                                .equals(item.details().time().endsAt())
                        && new ItemSource(ItemSourceType.AUTOMATION, run.id().value(), 0).equals(item.source())));
        assertThat(robots.job(id).state().status()).isEqualTo(AutomationJobStatus.FINISHED);
    }

    /** As after an update of the time zones, in which the zone of a stored job no longer exists. */
    @Test
    void runsTheTicksOfOthersBesideAJobThatCannotBeRead() {
        var unreadable = new DueJob(new AutomationJobId(UUID.randomUUID()), Automations.owner());
        var other = new DueJob(new AutomationJobId(UUID.randomUUID()), Automations.owner());
        var runs = mock(AutomationRunService.class);
        when(runs.due()).thenReturn(List.of(unreadable, other));
        doThrow(new DateTimeException("Unknown zone")).when(runs).tick(unreadable);
        doThrow(new DateTimeException("Unknown zone")).when(runs).fail(eq(unreadable), any());

        assertThat(new AutomationWorkflow(runs, robots.jobs, robots).tick()).isEqualTo(1);

        verify(runs).tick(other);
    }

    @Test
    void recordsASkippedTick() {
        var id = added(skipping(every(HOUR)));
        tickAfter(HOUR.multipliedBy(4));
        verify(robots.todos, never()).insert(any());
        assertThat(robots.stores.runsOf(id)).singleElement().satisfies(run -> {
            assertThat(run.scheduledFor()).isEqualTo(NOW.plus(HOUR));
            assertThat(run.progress().outcome()).isEqualTo(RunOutcome.SKIPPED);
        });
        assertThat(robots.job(id).state())
                .isEqualTo(new JobState(AutomationJobStatus.ACTIVE, NOW.plus(HOUR.multipliedBy(5)), 0));
    }

    @Test
    void callsAWebhookAndRecordsItsSuccess() {
        var id = added(calling(every(HOUR)));
        tickAfter(HOUR);
        assertThat(robots.stores.runsOf(id).getFirst().isOver()).isFalse();
        assertThat(robots.workflow.callWebhooks()).isEqualTo(1);
        assertThat(robots.workflow.callWebhooks()).isZero();
        assertThat(robots.calls).hasSize(1);
        assertThat(robots.stores.runsOf(id).getFirst().progress().outcome()).isEqualTo(RunOutcome.SUCCEEDED);
    }

    @Test
    void callsAWebhookAgainAfterGrowingPauses() {
        var id = added(calling(once(NOW.plus(HOUR))));
        robots.answer = Result.FAILED;
        tickAfter(HOUR);
        for (int minutes : new int[] {0, 1, 3, 9, 27}) {
            if (minutes > 0) {
                robots.wait(Duration.ofMinutes(minutes).minusSeconds(1));
                assertThat(robots.workflow.callWebhooks()).isZero();
                robots.wait(Duration.ofSeconds(1));
            }
            assertThat(robots.workflow.callWebhooks()).isEqualTo(1);
        }
        assertThat(robots.calls).hasSize(AutomationRun.MAX_ATTEMPTS);
        assertThat(robots.calls)
                .extracting(call -> call.run().id())
                .containsOnly(robots.calls.getFirst().run().id());
        assertThat(robots.stores.runsOf(id).getFirst().progress().outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(robots.job(id).state()).isEqualTo(new JobState(AutomationJobStatus.FINISHED, null, 1));
    }

    @Test
    void endsAJobWhoseRunsFailFiveTimesInARow() {
        var id = added(calling(every(HOUR)));
        robots.answer = Result.REFUSED;
        for (int run = 0; run < 5; run++) {
            assertThat(robots.job(id).state().status()).isEqualTo(AutomationJobStatus.ACTIVE);
            tickAfter(HOUR);
            robots.workflow.callWebhooks();
        }
        assertThat(robots.job(id).state()).isEqualTo(new JobState(AutomationJobStatus.FAILED, null, 5));
        assertThat(robots.jobs.resume(robots.owner, id).state().failures()).isZero();
    }

    @Test
    void ticksWaitForAnOpenRun() {
        var id = added(calling(every(Duration.ofMinutes(1))));
        robots.answer = Result.FAILED;
        tickAfter(Duration.ofMinutes(1));
        robots.workflow.callWebhooks();
        robots.wait(Duration.ofMinutes(3));
        assertThat(robots.workflow.tick()).isZero();
        robots.answer = Result.DELIVERED;
        assertThat(robots.workflow.callWebhooks()).isEqualTo(1);
        assertThat(robots.workflow.tick()).isEqualTo(1);
        assertThat(robots.stores.runsOf(id))
                .extracting(AutomationRun::scheduledFor)
                .containsExactly(NOW.plusSeconds(60), NOW.plusSeconds(120));
    }

    @Test
    void ignoresAnAnswerToAnAttemptWhoseLeaseHasEnded() {
        var id = added(calling(every(HOUR)));
        tickAfter(HOUR);
        var late = robots.runs.claimCalls().getFirst();
        robots.wait(AutomationRun.LEASE);
        var next = robots.runs.claimCalls().getFirst();
        var refused = new WebhookAnswer(Result.REFUSED, TICK, "Gone");
        robots.runs.answer(late, refused);
        assertThat(robots.stores.runsOf(id).getFirst().isOver()).isFalse();
        assertThat(robots.job(id).state().failures()).isZero();
        robots.runs.answer(next, refused);
        robots.runs.answer(next, refused);
        assertThat(robots.job(id).state().failures()).isEqualTo(1);
    }

    @Test
    void runsNowBesideTheTicks() {
        var id = added(plan(every(HOUR)));
        robots.wait(TICK);
        var run = robots.runs.runNow(robots.owner, id);
        assertThat(run.manual()).isTrue();
        assertThat(run.progress().outcome()).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(robots.job(id).state().nextRunAt()).isEqualTo(NOW.plus(HOUR));
        robots.jobs.pause(robots.owner, id);
        robots.wait(TICK);
        robots.runs.runNow(robots.owner, id);
        verify(robots.todos, times(2)).insert(any());
        assertRefused(PlannerProblem.AUTOMATION_JOB_NOT_FOUND, () -> robots.runs.runNow(robots.stranger, id));
    }

    @Test
    void refusesARunBesideAnOpenOne() {
        var id = added(calling(every(HOUR)));
        assertThat(robots.runs.runNow(robots.owner, id).progress().outcome()).isEqualTo(RunOutcome.RUNNING);
        robots.wait(TICK);
        assertRefused(PlannerProblem.RUN_OPEN, () -> robots.runs.runNow(robots.owner, id));
        robots.workflow.callWebhooks();
        robots.wait(TICK);
        robots.runs.runNow(robots.owner, id);
        assertThat(robots.stores.runsOf(id)).hasSize(2);
    }

    @Test
    void returnsTheSigningKeyToTheOwnerOnly() {
        var id = added(calling(cron()));
        when(robots.views.job(robots.owner.userId(), id))
                .thenReturn(Optional.of(AutomationJobView.of(robots.job(id), 0)));
        assertThat(robots.workflow.signingKey(robots.owner, id)).isEqualTo("whsec_" + id.value());
        assertRefused(PlannerProblem.AUTOMATION_JOB_NOT_FOUND, () -> robots.workflow.signingKey(robots.stranger, id));
    }

    private AutomationJobId added(JobPlan plan) {
        return robots.jobs.create(robots.owner, plan).id();
    }

    private void tickAfter(Duration time) {
        robots.wait(time);
        assertThat(robots.workflow.tick()).isEqualTo(1);
    }
}
