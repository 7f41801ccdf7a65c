// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.HOURLY;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.every;
import static dev.ashlar.planner.domain.Automations.item;
import static dev.ashlar.planner.domain.Automations.once;
import static dev.ashlar.planner.domain.Automations.owner;
import static dev.ashlar.planner.domain.Automations.plan;
import static dev.ashlar.planner.domain.Automations.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behavior that each implementation of {@link AutomationJobs} has. */
public abstract class AutomationJobsContract extends AutomationContract {
    @Test
    void returnsTheStoredJobToItsOwner() {
        for (var plan : List.of(
                plan(once(LATER)),
                plan(every(HOUR)),
                calling(cron()),
                new JobPlan("Item", cron(), MissedTicks.SKIP, JobAction.ADD_SCHEDULE_ITEM, item()))) {
            var job = stored(plan);
            assertThat(jobs().lock(job.ownerId(), job.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(job);
            assertThat(jobs().lock(owner(), job.id())).isEmpty();
        }
    }

    @Test
    void countsTheLiveJobsOfAPerson() {
        var job = stored(plan(cron()));
        jobs().insert(Automations.job(job.ownerId(), plan(cron())));
        assertThat(jobs().lockCount(job.ownerId())).isEqualTo(2);
        jobs().delete(job.ownerId(), job.id(), 0, NOW);
        assertThat(jobs().lockCount(job.ownerId())).isEqualTo(1);
        assertThat(jobs().lockCount(owner())).isZero();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var job = stored(plan(cron()));
        var edited = job.edited(calling(every(HOUR)), HOURLY, LATER);
        assertThat(jobs().update(edited, 1)).isFalse();
        assertThat(jobs().update(edited, 0)).isTrue();
        assertThat(jobs().update(edited, 0)).isFalse();
        assertThat(jobs().lock(job.ownerId(), job.id())).hasValueSatisfying(found -> {
            assertThat(found.plan()).isEqualTo(edited.plan());
            assertThat(found.state()).isEqualTo(edited.state());
            assertThat(found.updatedAt()).isEqualTo(LATER);
            assertThat(found.version()).isEqualTo(1);
        });
        assertThat(jobs().update(strangers(edited), 1)).isFalse();
    }

    @Test
    void advancesTheStateAndKeepsPlanAndVersion() {
        var job = stored(plan(once(LATER)));
        var tick = job.due(LATER, HOURLY).orElseThrow();
        jobs().advance(strangers(tick.next()));
        assertThat(jobs().lock(job.ownerId(), job.id())).contains(job);
        jobs().advance(tick.next());
        assertThat(jobs().lock(job.ownerId(), job.id())).hasValueSatisfying(found -> {
            assertThat(found.plan()).isEqualTo(job.plan());
            assertThat(found.state()).isEqualTo(new JobState(AutomationJobStatus.FINISHED, null, 0));
            assertThat(found.version()).isZero();
        });
    }

    @Test
    void listsJobsThatAreDueAndHaveNoOpenRun() {
        var later = stored(plan(once(LATER)));
        var sooner = stored(plan(once(LATER.minus(HOUR))));
        var future = stored(plan(once(LATER.plus(HOUR))));
        var paused = stored(plan(once(LATER)));
        jobs().update(paused.paused(NOW), 0);
        var deleted = stored(plan(once(LATER)));
        jobs().delete(deleted.ownerId(), deleted.id(), 0, NOW);
        var running = stored(calling(once(LATER)));
        runs().insert(AutomationRun.manual(new AutomationRunId(running.id().value()), running, NOW));

        assertThat(jobs().due(LATER, 100))
                .extracting(DueJob::id)
                .containsSubsequence(sooner.id(), later.id())
                .doesNotContain(future.id(), paused.id(), deleted.id(), running.id());
        assertThat(jobs().due(LATER, 1)).hasSize(1);
    }

    @Test
    void locksADueJobOnlyWhileItIsDue() {
        var job = stored(plan(once(LATER)));
        assertThat(jobs().lockDue(job.ownerId(), job.id(), LATER.minusMillis(1)))
                .isEmpty();
        assertThat(jobs().lockDue(owner(), job.id(), LATER)).isEmpty();
        assertThat(jobs().lockDue(job.ownerId(), job.id(), LATER)).contains(job);
        jobs().update(job.paused(NOW), 0);
        assertThat(jobs().lockDue(job.ownerId(), job.id(), LATER)).isEmpty();
    }

    @Test
    void movesAJobToTheTrashAndBackPaused() {
        var job = stored(plan(cron()));
        assertThat(jobs().delete(job.ownerId(), job.id(), 1, NOW)).isFalse();
        assertThat(jobs().delete(owner(), job.id(), 0, NOW)).isFalse();
        assertThat(jobs().restore(job.ownerId(), job.id(), NOW)).isFalse();
        assertThat(jobs().delete(job.ownerId(), job.id(), 0, NOW)).isTrue();
        assertThat(jobs().lock(job.ownerId(), job.id())).isEmpty();
        assertThat(jobs().delete(job.ownerId(), job.id(), 1, NOW)).isFalse();
        assertThat(jobs().update(job.paused(NOW), 1)).isFalse();
        jobs().advance(job);
        assertThat(jobs().restore(owner(), job.id(), LATER)).isFalse();
        assertThat(jobs().restore(job.ownerId(), job.id(), LATER)).isTrue();
        assertThat(jobs().restore(job.ownerId(), job.id(), LATER)).isFalse();
        assertThat(jobs().lock(job.ownerId(), job.id())).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(new JobState(AutomationJobStatus.PAUSED, null, 0));
            assertThat(found.version()).isEqualTo(2);
        });
    }

    @Test
    void keepsTheStatusOfADeletedJobThatWasNotActive() {
        var job = stored(plan(once(LATER)));
        jobs().advance(job.due(LATER, HOURLY).orElseThrow().next());
        jobs().delete(job.ownerId(), job.id(), 0, NOW);
        jobs().restore(job.ownerId(), job.id(), NOW);
        assertThat(jobs().lock(job.ownerId(), job.id()).orElseThrow().state().status())
                .isEqualTo(AutomationJobStatus.FINISHED);
    }

    @Test
    void purgesOldJobsOfTheTrashWithTheirRuns() {
        var old = stored(plan(cron()));
        runs().insert(run(old, NOW).succeeded(Duration.ZERO));
        var recent = stored(plan(cron()));
        jobs().delete(old.ownerId(), old.id(), 0, NOW);
        jobs().delete(recent.ownerId(), recent.id(), 0, LATER);
        assertThat(jobs().purge(LATER, 10)).isEqualTo(1);
        assertThat(jobs().purge(LATER, 10)).isZero();
        assertThat(jobs().restore(old.ownerId(), old.id(), NOW)).isFalse();
        assertThat(jobs().restore(recent.ownerId(), recent.id(), NOW)).isTrue();
        assertThat(runs().deleteBefore(LATER, 10)).isZero();
    }

    @Test
    void pausesTheActiveJobsOfAPerson() {
        var job = stored(plan(cron()));
        var others = stored(plan(cron()));
        var finished = Automations.job(job.ownerId(), plan(once(LATER)));
        jobs().insert(finished);
        jobs().advance(finished.due(LATER, HOURLY).orElseThrow().next());
        jobs().pauseAll(job.ownerId(), LATER);
        assertThat(statusOf(job)).isEqualTo(AutomationJobStatus.PAUSED);
        assertThat(statusOf(others)).isEqualTo(AutomationJobStatus.ACTIVE);
        assertThat(statusOf(finished)).isEqualTo(AutomationJobStatus.FINISHED);
    }

    @Test
    void erasesAPerson() {
        var job = stored(plan(cron()));
        var trash = Automations.job(job.ownerId(), plan(cron()));
        jobs().insert(trash);
        jobs().delete(job.ownerId(), trash.id(), 0, NOW);
        runs().insert(run(job, NOW));
        var others = stored(plan(cron()));
        jobs().erase(job.ownerId());
        assertThat(jobs().lock(job.ownerId(), job.id())).isEmpty();
        assertThat(jobs().restore(job.ownerId(), trash.id(), NOW)).isFalse();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
        assertThat(jobs().lock(others.ownerId(), others.id())).isPresent();
    }

    @Test
    void erasesTheRunsOfAPersonInBatches() {
        var job = stored(plan(cron()));
        var trash = Automations.job(job.ownerId(), plan(cron()));
        jobs().insert(trash);
        jobs().delete(job.ownerId(), trash.id(), 0, NOW);
        runs().insert(run(job, NOW));
        runs().insert(run(trash, NOW));
        var others = stored(plan(cron()));
        runs().insert(run(others, NOW));
        assertThat(runs().erase(job.ownerId(), 1)).isEqualTo(1);
        assertThat(runs().erase(job.ownerId(), 5)).isEqualTo(1);
        assertThat(runs().erase(job.ownerId(), 5)).isZero();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
        assertThat(runs().isOpen(others.ownerId(), others.id())).isTrue();
    }

    private AutomationJobStatus statusOf(AutomationJob job) {
        return jobs().lock(job.ownerId(), job.id()).orElseThrow().state().status();
    }

    /** The same job as another person would store it. */
    private static AutomationJob strangers(AutomationJob job) {
        return new AutomationJob(
                job.id(), owner(), job.plan(), job.state(), job.createdAt(), job.updatedAt(), job.version());
    }
}
