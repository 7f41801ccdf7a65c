package dev.ashlar.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A method of an application service that handles one bounded batch and returns how many rows it handled, run again and
 * again until a batch finds nothing. Of all instances one runs it at a time; a tick that fails is repeated at the next.
 *
 * @param name context and purpose, as in {@code kernel.forget-idempotency-keys}; it is the row's key, so it stays
 * @param schedule when it runs
 * @param batch one transaction's worth of work
 */
record Job(String name, Schedule schedule, IntSupplier batch) {
    private static final Logger log = LoggerFactory.getLogger(Job.class);
    /** A batch that always finds rows is a mistake in the job; the next tick goes on where this one gives up. */
    private static final int MAX_BATCHES = 1000;

    /** Runs this long after the last run ended, and when the first instance starts. */
    static Job every(Duration pause, String name, IntSupplier batch) {
        return new Job(name, FixedDelay.of(pause), batch);
    }

    /** Runs at the times of a Spring cron expression, in UTC. */
    static Job at(String cron, String name, IntSupplier batch) {
        return new Job(name, new CronSchedule(cron, ZoneOffset.UTC), batch);
    }

    /** The job as the scheduler takes it: as a bean. */
    RecurringTask<Void> task() {
        return Tasks.recurring(name, schedule)
                .execute((instance, context) -> run(isStopping(context.getSchedulerState())));
    }

    private static BooleanSupplier isStopping(SchedulerState state) {
        return state::isShuttingDown;
    }

    /** One tick: batches until one finds nothing or the application stops. Returns how many rows they handled. */
    int run(BooleanSupplier stopping) {
        int handled = 0;
        try (var _ = MDC.putCloseable("requestId", name)) {
            for (int batches = 0; batches < MAX_BATCHES && !stopping.getAsBoolean(); batches++) {
                int rows = batch.getAsInt();
                if (rows == 0) {
                    break;
                }
                handled += rows;
            }
            if (handled > 0) {
                log.info("Handled {} rows.", handled);
            }
            return handled;
        } catch (RuntimeException failure) {
            log.error("Failed after {} rows; the next tick tries again.", handled, failure);
            throw failure;
        }
    }
}
