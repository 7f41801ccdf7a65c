// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.owner;
import static dev.ashlar.planner.domain.Automations.plan;
import static dev.ashlar.planner.domain.Automations.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Behavior that each implementation of {@link AutomationRuns} has. */
public abstract class AutomationRunsContract extends AutomationContract {
    @Test
    void keepsOneRunForEachTick() {
        var job = stored(plan(cron()));
        assertThat(runs().insert(run(job, NOW).skipped())).isTrue();
        assertThat(runs().insert(run(job, NOW).skipped())).isFalse();
        assertThat(runs().insert(run(job, LATER).skipped())).isTrue();
        assertThat(runs().insert(run(stored(plan(cron())), NOW).skipped())).isTrue();
    }

    @Test
    void keepsOneOpenRunOfAJob() {
        var job = stored(calling(cron()));
        var open = run(job, NOW);
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
        assertThat(runs().insert(open)).isTrue();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isTrue();
        assertThat(runs().isOpen(owner(), job.id())).isFalse();
        assertThat(runs().insert(run(job, LATER))).isFalse();
        assertThat(runs().settle(open.succeeded(Duration.ofMillis(7)), LATER)).isTrue();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
        assertThat(runs().insert(run(job, LATER))).isTrue();
    }

    @Test
    void claimsADueRunOnceForEachLease() {
        var job = stored(calling(cron()));
        var open = run(job, NOW);
        runs().insert(open);
        var lease = NOW.plus(AutomationRun.LEASE);
        assertThat(claimed(job, NOW.minusMillis(1), lease)).isEmpty();
        assertThat(claimed(job, NOW, lease)).singleElement().satisfies(call -> {
            assertThat(call.run())
                    .usingRecursiveComparison()
                    .ignoringFields("progress")
                    .isEqualTo(open);
            assertThat(call.run().progress()).isEqualTo(new RunProgress(RunOutcome.RUNNING, 1, lease, null, null));
            assertThat(call.name()).isEqualTo(job.plan().name());
            assertThat(call.payload()).isEqualTo(job.plan().payload());
        });
        assertThat(claimed(job, NOW, lease)).isEmpty();
        assertThat(claimed(job, lease, lease.plus(HOUR)))
                .singleElement()
                .satisfies(call -> assertThat(call.run().progress().attempts()).isEqualTo(2));
    }

    @Test
    void claimsRunsOfAllPeopleInTurns() {
        var busy = owner();
        for (int second = 0; second < 5; second++) {
            runOf(busy, NOW.plusSeconds(second));
        }
        var other = runOf(owner(), NOW.plusSeconds(60));
        var third = runOf(owner(), NOW.plusSeconds(61));
        var ours = Set.of(busy, other.ownerId(), third.ownerId());

        var claimed = runs().claim(LATER, LATER.plus(HOUR), 4).stream()
                .map(WebhookCall::run)
                .filter(run -> ours.contains(run.ownerId()))
                .toList();

        assertThat(claimed).extracting(AutomationRun::id).contains(other.id(), third.id());
        assertThat(claimed)
                .filteredOn(run -> run.ownerId().equals(busy))
                .extracting(AutomationRun::scheduledFor)
                .containsExactlyInAnyOrder(NOW, NOW.plusSeconds(1));
    }

    private AutomationRun runOf(UserId owner, Instant due) {
        var job = Automations.job(owner, calling(cron()));
        jobs().insert(job);
        var run = run(job, due);
        runs().insert(run);
        return run;
    }

    @Test
    void claimsNoRunOfADeletedJob() {
        var job = stored(calling(cron()));
        runs().insert(run(job, NOW));
        jobs().delete(job.ownerId(), job.id(), 0, NOW);
        assertThat(claimed(job, LATER, LATER.plus(HOUR))).isEmpty();
    }

    @Test
    void settlesTheAttemptThatWasClaimed() {
        var job = stored(calling(cron()));
        var open = run(job, NOW);
        runs().insert(open);
        var call = claimed(job, NOW, LATER).getFirst().run();
        assertThat(runs().settle(open.succeeded(Duration.ZERO), LATER)).isFalse();
        var again = call.answered(new WebhookAnswer(WebhookAnswer.Result.FAILED, HOUR, "503"), NOW);
        assertThat(runs().settle(again, NOW)).isTrue();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isTrue();
        assertThat(runs().settle(call.failed(HOUR, "Refused"), LATER)).isTrue();
        assertThat(runs().settle(call.succeeded(HOUR), LATER)).isFalse();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
    }

    @Test
    void cancelsOpenRuns() {
        var job = stored(calling(cron()));
        var another = Automations.job(job.ownerId(), calling(cron()));
        jobs().insert(another);
        runs().insert(run(job, NOW));
        runs().insert(run(another, NOW));
        runs().cancel(owner(), job.id(), NOW);
        assertThat(runs().isOpen(job.ownerId(), job.id())).isTrue();
        runs().cancel(job.ownerId(), job.id(), NOW);
        assertThat(runs().isOpen(job.ownerId(), job.id())).isFalse();
        assertThat(runs().isOpen(job.ownerId(), another.id())).isTrue();
        runs().cancelAll(owner(), NOW);
        assertThat(runs().isOpen(job.ownerId(), another.id())).isTrue();
        runs().cancelAll(job.ownerId(), NOW);
        assertThat(runs().isOpen(job.ownerId(), another.id())).isFalse();
    }

    @Test
    void forgetsOldRunsInBatches() {
        var job = stored(calling(cron()));
        runs().insert(run(job, NOW).skipped());
        runs().insert(run(job, NOW.plusSeconds(1)).succeeded(HOUR));
        runs().insert(run(job, LATER).skipped());
        runs().insert(run(job, NOW.plusSeconds(2)));
        assertThat(runs().deleteBefore(LATER, 1)).isEqualTo(1);
        assertThat(runs().deleteBefore(LATER, 5)).isEqualTo(1);
        assertThat(runs().deleteBefore(LATER, 5)).isZero();
        assertThat(runs().isOpen(job.ownerId(), job.id())).isTrue();
    }

    private List<WebhookCall> claimed(AutomationJob job, Instant now, Instant lease) {
        return runs().claim(now, lease, 100).stream()
                .filter(call -> call.run().jobId().equals(job.id()))
                .toList();
    }
}
