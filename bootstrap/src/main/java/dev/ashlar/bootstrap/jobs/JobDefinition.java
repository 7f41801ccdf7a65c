// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.ashlar.kernel.application.Job;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.ReflectionUtils;

/**
 * A method that is declared as a {@link Job}, checked.
 *
 * @param name the job's name
 * @param schedule when it runs
 * @param method handles one batch
 */
record JobDefinition(String name, Schedule schedule, Method method) {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    /** Reads the declaration of a method. */
    static JobDefinition of(Method method, Job job) {
        boolean counts = method.getReturnType() == int.class || method.getReturnType() == void.class;
        if (!counts || method.getParameterCount() > 0 || !Modifier.isPublic(method.getModifiers())) {
            throw refused(method, job, "must be public, without parameters, and return int or void", null);
        }
        if (job.every().isEmpty() == job.cron().isEmpty()) {
            throw refused(method, job, "must have either every or cron", null);
        }
        return new JobDefinition(job.name(), schedule(method, job), method);
    }

    private static Schedule schedule(Method method, Job job) {
        try {
            if (!job.cron().isEmpty()) {
                return new UtcCron(job.cron());
            }
            var pause = DurationStyle.detectAndParse(job.every());
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("The pause must be positive.");
            }
            return FixedDelay.of(pause);
        } catch (RuntimeException unreadable) {
            throw refused(method, job, "has an unreadable schedule: " + job.every() + job.cron(), unreadable);
        }
    }

    private static IllegalStateException refused(Method method, Job job, String rule, @Nullable Throwable cause) {
        return new IllegalStateException(
                "Job %s (%s.%s) %s."
                        .formatted(job.name(), method.getDeclaringClass().getSimpleName(), method.getName(), rule),
                cause);
    }

    /** Returns the job as the scheduler takes it; each run is traced and timed. A run that is cut short is followed by another at once. */
    RecurringTask<Void> task(Supplier<Object> service, Supplier<ObservationRegistry> observations) {
        var run = new JobRun(name, () -> batch(service.get()), System::nanoTime);
        return new RecurringTask<>(name, schedule, Void.class, (FailureHandler<Void>) this::runAgain) {
            @Override
            public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
                var state = context.getSchedulerState();
                var result = Observation.createNotStarted("ashlar.job", observations.get())
                        .lowCardinalityKeyValue("job", name)
                        .observe(() -> run.execute(state::isShuttingDown));
                return result != null && result.hasMore()
                        ? (ended, operations) -> operations.reschedule(ended, ended.getTimeDone())
                        : new CompletionHandler.OnCompleteReschedule<>(schedule);
            }

            @Override
            public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
                throw new UnsupportedOperationException("The result of the run decides when the next one begins.");
            }
        };
    }

    /**
     * Runs a job that failed again after a minute, and after twice the time of each further failure up to an hour, or else a nightly job
     * would lose its night to a restart of the database. Its schedule counts if that is earlier.
     */
    private void runAgain(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        int failures = failed.getExecution().consecutiveFailures;
        var pause = failures < DOUBLINGS ? FIRST_PAUSE.multipliedBy(1L << failures) : LONGEST_PAUSE;
        var again = failed.getTimeDone().plus(pause);
        var scheduled = schedule.getNextExecutionTime(failed);
        operations.reschedule(failed, again.isBefore(scheduled) ? again : scheduled);
    }

    int batch(Object service) {
        var invocable = AopUtils.selectInvocableMethod(method, service.getClass());
        ReflectionUtils.makeAccessible(invocable);
        return ReflectionUtils.invokeMethod(invocable, service) instanceof Integer rows ? rows : 0;
    }

    /** Schedule of a cron expression in UTC. */
    private static final class UtcCron extends CronSchedule {
        private UtcCron(String expression) {
            super(expression, ZoneOffset.UTC);
        }

        /** Or else an instance that starts would put off a run that follows a failure, taking its time for that of an earlier schedule. */
        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
