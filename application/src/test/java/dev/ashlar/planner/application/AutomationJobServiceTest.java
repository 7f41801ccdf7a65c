// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.every;
import static dev.ashlar.planner.domain.Automations.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.RunOutcome;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AutomationJobServiceTest {
    private final Robots robots = new Robots();

    @Test
    void findsNoJobOfAnotherPerson() {
        var id = robots.jobs.create(robots.owner, plan(cron())).id();
        assertNotFound(() -> robots.jobs.get(robots.stranger, id));
        assertNotFound(() -> robots.jobs.edit(robots.stranger, id, 0, plan(cron())));
        assertNotFound(() -> robots.jobs.pause(robots.stranger, id));
        assertNotFound(() -> robots.jobs.resume(robots.stranger, id));
        assertNotFound(() -> robots.jobs.delete(robots.stranger, id, 0));
        assertNotFound(() -> robots.jobs.restore(robots.stranger, id));
        assertNotFound(() -> robots.jobs.runs(robots.stranger, id, PageRequest.first()));
        assertThat(robots.job(id).version()).isZero();
    }

    @Test
    void refusesAStaleVersion() {
        var id = robots.jobs.create(robots.owner, plan(cron())).id();
        assertThat(robots.jobs.edit(robots.owner, id, 0, plan(every(HOUR))).version())
                .isEqualTo(1);
        assertRefused(KernelProblem.STALE_VERSION, () -> robots.jobs.edit(robots.owner, id, 0, plan(cron())));
        assertRefused(KernelProblem.STALE_VERSION, () -> robots.jobs.delete(robots.owner, id, 0));
    }

    @Test
    void pausesAndResumes() {
        var id = robots.jobs.create(robots.owner, plan(cron())).id();
        assertThat(robots.jobs.pause(robots.owner, id).state().status()).isEqualTo(AutomationJobStatus.PAUSED);
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> robots.jobs.pause(robots.owner, id));
        assertThat(robots.jobs.resume(robots.owner, id).version()).isEqualTo(2);
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> robots.jobs.resume(robots.owner, id));
    }

    @Test
    void cancelsTheOpenRunOfADeletedJob() {
        var id = robots.jobs.create(robots.owner, calling(cron())).id();
        robots.runs.runNow(robots.owner, id);
        robots.jobs.delete(robots.owner, id, 0);
        assertThat(outcomes(id)).containsExactly(RunOutcome.CANCELLED);
        assertThat(robots.workflow.callWebhooks()).isZero();
    }

    @Test
    void refusesOneJobTooManyAlsoFromTheTrash() {
        var first = robots.jobs.create(robots.owner, plan(cron())).id();
        for (int count = 1; count < AutomationJob.MAX_JOBS; count++) {
            robots.jobs.create(robots.owner, plan(cron()));
        }
        assertRefused(PlannerProblem.AUTOMATION_JOBS_EXCEEDED, () -> robots.jobs.create(robots.owner, plan(cron())));
        robots.jobs.delete(robots.owner, first, 0);
        robots.jobs.create(robots.owner, plan(cron()));
        assertRefused(PlannerProblem.AUTOMATION_JOBS_EXCEEDED, () -> robots.jobs.restore(robots.owner, first));
        robots.jobs.create(robots.stranger, plan(cron()));
    }

    @Test
    void pausesTheJobsOfADeactivatedUserOnly() {
        var id = robots.jobs.create(robots.owner, calling(cron())).id();
        robots.runs.runNow(robots.owner, id);
        var listener = new PausePlannerOnUserDeactivated(robots.deactivation);
        var event = new UserDeactivated(robots.owner.userId(), Automations.NOW);
        listener.on(event);
        assertThat(robots.job(id).state().status()).isEqualTo(AutomationJobStatus.ACTIVE);
        robots.people.deactivated.add(robots.owner.userId());
        listener.on(event);
        listener.on(event);
        assertThat(robots.job(id).state().status()).isEqualTo(AutomationJobStatus.PAUSED);
        assertThat(robots.job(id).version()).isEqualTo(1);
        assertThat(outcomes(id)).containsExactly(RunOutcome.CANCELLED);
    }

    /** Its requests may have been on their way, and would begin what the deactivation has ended. */
    @Test
    void startsNothingForADeactivatedUser() {
        var id = robots.jobs.create(robots.owner, plan(cron())).id();
        robots.jobs.pause(robots.owner, id);
        robots.people.deactivated.add(robots.owner.userId());
        assertRefused(KernelProblem.UNAUTHENTICATED, () -> robots.jobs.create(robots.owner, plan(cron())));
        assertRefused(KernelProblem.UNAUTHENTICATED, () -> robots.jobs.resume(robots.owner, id));
    }

    private List<RunOutcome> outcomes(AutomationJobId id) {
        return robots.stores.runsOf(id).stream()
                .map(run -> run.progress().outcome())
                .toList();
    }

    private static void assertNotFound(ThrowingCallable code) {
        assertRefused(PlannerProblem.AUTOMATION_JOB_NOT_FOUND, code);
    }
}
