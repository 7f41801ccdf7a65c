// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.planner.domain.WebhookAnswer.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationRunTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "3, 9", "4, 27"})
    void waitsLongerAfterEachFailedAttempt(int attempts, long minutes) {
        var waiting = attempted(attempts).answered(failure(), NOW);
        assertThat(waiting.isOver()).isFalse();
        assertThat(waiting.progress())
                .isEqualTo(new RunProgress(
                        RunOutcome.RUNNING, attempts, NOW.plus(Duration.ofMinutes(minutes)), 1000, "Status 503"));
    }

    @Test
    void failsWithItsLastAttempt() {
        assertThat(attempted(AutomationRun.MAX_ATTEMPTS)
                        .answered(failure(), NOW)
                        .progress())
                .isEqualTo(new RunProgress(RunOutcome.FAILED, 5, null, 1000, "Status 503"));
    }

    @Test
    void endsWithADeliveryOrARefusal() {
        assertThat(attempted(2)
                        .answered(new WebhookAnswer(Result.DELIVERED, SECOND, null), NOW)
                        .progress())
                .isEqualTo(new RunProgress(RunOutcome.SUCCEEDED, 2, null, 1000, null));
        assertThat(attempted(1)
                        .answered(new WebhookAnswer(Result.REFUSED, SECOND, "Gone"), NOW)
                        .progress())
                .isEqualTo(new RunProgress(RunOutcome.FAILED, 1, null, 1000, "Gone"));
    }

    @Test
    void endsOnce() {
        var over = attempted(1).succeeded(SECOND);
        assertThat(over.isOver()).isTrue();
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> over.failed(SECOND, "Late"));
        assertRefused(PlannerProblem.ILLEGAL_TRANSITION, over::skipped);
    }

    @Test
    void cutsALongReason() {
        assertThat(attempted(1).failed(SECOND, "x".repeat(999)).progress().detail())
                .hasSize(AutomationRun.MAX_DETAIL);
        assertThat(new WebhookAnswer(Result.FAILED, SECOND, "x".repeat(999)).detail())
                .hasSize(AutomationRun.MAX_DETAIL);
    }

    private static WebhookAnswer failure() {
        return new WebhookAnswer(Result.FAILED, SECOND, "Status 503");
    }

    private static AutomationRun attempted(int times) {
        var run = Automations.run(job(calling(cron())), NOW);
        return new AutomationRun(
                run.id(),
                run.jobId(),
                run.ownerId(),
                NOW,
                false,
                new RunProgress(RunOutcome.RUNNING, times, NOW, null, null),
                NOW);
    }
}
