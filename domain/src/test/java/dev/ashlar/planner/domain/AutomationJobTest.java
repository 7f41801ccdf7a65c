// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.HOURLY;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.every;
import static dev.ashlar.planner.domain.Automations.job;
import static dev.ashlar.planner.domain.Automations.once;
import static dev.ashlar.planner.domain.Automations.plan;
import static dev.ashlar.planner.domain.Automations.skipping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.testing.GeneratedDocs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AutomationJobTest {
    private static final Instant LATE = NOW.plus(HOUR).plus(AutomationJob.GRACE).plusMillis(1);

    @Test
    void waitsForItsFirstTick() {
        assertThat(job(plan(every(HOUR))).state())
                .isEqualTo(new JobState(AutomationJobStatus.ACTIVE, NOW.plus(HOUR), 0));
        assertThat(job(plan(every(HOUR))).due(NOW.plus(HOUR).minusMillis(1), HOURLY))
                .isEmpty();
    }

    @Test
    void refusesAScheduleWithoutATick() {
        assertThat(assertRefused(PlannerProblem.SCHEDULE_ENDED, () -> job(plan(once(NOW))))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/schedule/runAt"));
        assertThat(assertRefused(
                                PlannerProblem.SCHEDULE_ENDED,
                                () -> job(plan(every(HOUR)))
                                        .edited(plan(cron()), (_, _, _) -> java.util.Optional.empty(), NOW))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/schedule/cronExpr"));
    }

    @Test
    void goesOnToTheNextTick() {
        var tick = job(plan(every(HOUR))).due(NOW.plus(HOUR), HOURLY).orElseThrow();
        assertThat(tick.scheduledFor()).isEqualTo(NOW.plus(HOUR));
        assertThat(tick.missed()).isFalse();
        assertThat(tick.next().state().nextRunAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
    }

    @Test
    void runsMissedTicksOnce() {
        var tick = job(plan(every(HOUR)))
                .due(NOW.plus(HOUR.multipliedBy(9)), HOURLY)
                .orElseThrow();
        assertThat(tick.scheduledFor()).isEqualTo(NOW.plus(HOUR));
        assertThat(tick.missed()).isFalse();
        assertThat(tick.next().state().nextRunAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(10)));
    }

    @Test
    void skipsTicksThatAreTooLate() {
        assertThat(job(skipping(every(HOUR)))
                        .due(LATE.minusMillis(1), HOURLY)
                        .orElseThrow()
                        .missed())
                .isFalse();
        var tick = job(skipping(every(HOUR))).due(LATE, HOURLY).orElseThrow();
        assertThat(tick.missed()).isTrue();
        assertThat(tick.next().state().nextRunAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(2)));
        assertThat(job(plan(every(HOUR))).due(LATE, HOURLY).orElseThrow().missed())
                .isFalse();
    }

    @Test
    void isFinishedAfterItsLastTick() {
        var next = job(plan(once(NOW.plus(HOUR))))
                .due(NOW.plus(HOUR), HOURLY)
                .orElseThrow()
                .next();
        assertThat(next.state()).isEqualTo(new JobState(AutomationJobStatus.FINISHED, null, 0));
        assertRefused(PlannerProblem.SCHEDULE_ENDED, () -> next.resumed(HOURLY, LATE));
        var later = next.edited(plan(once(LATE.plus(HOUR))), HOURLY, LATE);
        assertThat(later.state().status()).isEqualTo(AutomationJobStatus.FINISHED);
        assertThat(later.resumed(HOURLY, LATE).state().nextRunAt()).isEqualTo(LATE.plus(HOUR));
    }

    @Test
    void passesOverTicksOfAPause() {
        var paused = job(plan(every(HOUR))).paused(NOW);
        assertThat(paused.due(LATE, HOURLY)).isEmpty();
        assertThat(paused.resumed(HOURLY, NOW.plus(HOUR.multipliedBy(5)))
                        .state()
                        .nextRunAt())
                .isEqualTo(NOW.plus(HOUR.multipliedBy(6)));
    }

    @Test
    void anEditPlansTheNextTickOfAnActiveJobOnly() {
        var active = job(plan(every(HOUR)));
        var edited = plan(every(HOUR.multipliedBy(3)));
        assertThat(active.edited(edited, HOURLY, NOW).state().nextRunAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(3)));
        assertThat(active.paused(NOW).edited(edited, HOURLY, NOW).state().nextRunAt())
                .isNull();
    }

    @Test
    void keepsItsTickInAnEditThatKeepsTheSchedule() {
        var due = job(plan(every(HOUR)));
        var edited = due.edited(skipping(every(HOUR)), HOURLY, LATE);
        assertThat(edited.state()).isEqualTo(due.state());
        assertThat(edited.due(LATE, HOURLY).orElseThrow().scheduledFor()).isEqualTo(NOW.plus(HOUR));
        var passed = job(plan(once(NOW.plus(HOUR)))).edited(skipping(once(NOW.plus(HOUR))), HOURLY, LATE);
        assertThat(passed.due(LATE, HOURLY)).isPresent();
        var other = due.edited(plan(every(HOUR.multipliedBy(3))), HOURLY, LATE);
        assertThat(other.due(LATE, HOURLY)).isEmpty();
    }

    @Test
    void failsWithTheFifthFailureInARow() {
        var job = job(calling(every(HOUR)));
        for (int failures = 1; failures < AutomationJob.MAX_FAILURES; failures++) {
            job = job.after(RunOutcome.FAILED, NOW);
            assertThat(job.state()).isEqualTo(new JobState(AutomationJobStatus.ACTIVE, NOW.plus(HOUR), failures));
        }
        assertThat(job.after(RunOutcome.SUCCEEDED, NOW).state().failures()).isZero();
        var failed = job.after(RunOutcome.FAILED, NOW);
        assertThat(failed.state()).isEqualTo(new JobState(AutomationJobStatus.FAILED, null, 5));
        assertThat(failed.resumed(HOURLY, NOW).state())
                .isEqualTo(new JobState(AutomationJobStatus.ACTIVE, NOW.plus(HOUR), 0));
    }

    @Test
    void keepsAPausedJobPausedWhenARunFails() {
        var paused = job(calling(every(HOUR))).paused(NOW);
        for (int run = 0; run < AutomationJob.MAX_FAILURES; run++) {
            paused = paused.after(RunOutcome.FAILED, NOW);
        }
        assertThat(paused.state()).isEqualTo(new JobState(AutomationJobStatus.PAUSED, null, 5));
    }

    @Test
    void refusesOneJobTooMany() {
        AutomationJob.requireRoom(AutomationJob.MAX_JOBS - 1);
        assertRefused(PlannerProblem.AUTOMATION_JOBS_EXCEEDED, () -> AutomationJob.requireRoom(AutomationJob.MAX_JOBS));
    }

    @Test
    void aRefusedTransitionNamesTheStates() {
        var paused = job(plan(cron())).paused(NOW);
        assertThat(assertRefused(PlannerProblem.ILLEGAL_TRANSITION, () -> paused.paused(NOW))
                        .detail())
                .isEqualTo("Automation job " + paused.id().value()
                        + " is paused and cannot become paused; it may become active.");
    }

    @Property
    void followsItsLifecycle(@ForAll @Size(max = 15) List<@IntRange(max = 4) Integer> steps) {
        var now = NOW;
        var job = job(calling(once(NOW.plus(HOUR))));
        for (int step : steps) {
            var before = job;
            now = now.plus(Duration.ofMinutes(20));
            try {
                job = step(step, now).apply(before);
                assertThat(job.state().status() == before.state().status()
                                || AutomationJobStatus.LIFECYCLE.allows(
                                        before.state().status(), job.state().status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(job).isEqualTo(before);
            }
            assertThat(job.state().nextRunAt() != null).isEqualTo(job.state().status() == AutomationJobStatus.ACTIVE);
        }
    }

    private static UnaryOperator<AutomationJob> step(int number, Instant now) {
        return switch (number) {
            case 0 -> job -> job.paused(now);
            case 1 -> job -> job.resumed(HOURLY, now);
            case 2 -> job -> job.due(now, HOURLY).map(AutomationJob.Tick::next).orElse(job);
            case 3 -> job -> job.edited(plan(once(now.plus(HOUR))), HOURLY, now);
            default -> job -> job.after(RunOutcome.FAILED, now);
        };
    }

    /** However late each tick is handled, the next one is the first of the schedule after that. */
    @Property
    void anIntervalDoesNotDrift(
            @ForAll @IntRange(min = 60, max = 100_000) int seconds,
            @ForAll @Size(max = 20) List<@IntRange(max = 1_000_000) Integer> delays) {
        var interval = Duration.ofSeconds(seconds);
        var job = job(plan(every(interval)));
        for (int delay : delays) {
            var due = java.util.Objects.requireNonNull(job.state().nextRunAt());
            var now = due.plusMillis(delay);
            job = job.due(now, HOURLY).orElseThrow().next();
            var next = java.util.Objects.requireNonNull(job.state().nextRunAt());
            assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plus(interval));
            assertThat(Duration.between(NOW, next).toMillis() % interval.toMillis())
                    .isZero();
        }
    }

    @Test
    void theDocumentationShowsTheLifecycles() {
        GeneratedDocs.assertShows("planner.md", "automation-job", AutomationJobStatus.LIFECYCLE);
        GeneratedDocs.assertShows("planner.md", "automation-run", RunOutcome.LIFECYCLE);
    }
}
