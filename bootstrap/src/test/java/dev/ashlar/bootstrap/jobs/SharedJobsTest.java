// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import io.micrometer.observation.ObservationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedJobsTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runsAJobOnOneOfTwoInstances() throws SQLException {
        try (var database = TestDatabase.migrated()) {
            var first = instance(database, "first");
            var second = instance(database, "second");
            first.start();
            second.start();
            await().until(() -> rowsWithSuccess(database) == 1);
            first.stop();
            second.stop();
            assertThat(runs).hasValue(1);
        }
    }

    /** A deployment in the middle of a nightly job must not put the rest off until the next night. */
    @Test
    void anotherInstanceGoesOnAtOnceWithARunThatWasStopped() throws ReflectiveOperationException {
        var work = new Work();
        var method = Work.class.getMethod("batch");
        var task =
                JobDefinition.of(method, method.getAnnotation(Job.class)).task(() -> work, ObservationRegistry::create);
        try (var database = TestDatabase.migrated()) {
            var first = instance(database, "first", task);
            first.start();
            await().until(() -> work.begun.get() == 1);
            var stopping = Thread.startVirtualThread(first::stop);
            await().until(() -> first.getSchedulerState().isShuttingDown());
            work.first.countDown();
            await().until(() -> !stopping.isAlive());
            assertThat(work.begun).hasValue(1);

            var second = instance(database, "second", task);
            second.start();
            await().until(() -> work.begun.get() == 3);
            second.stop();
        }
    }

    private Scheduler instance(TestDatabase database, String name) {
        // Both are inside the job before either may end, if both ever are.
        var hold = new CountDownLatch(1);
        var run = new JobRun(
                "test.shared",
                () -> {
                    runs.incrementAndGet();
                    awaitQuietly(hold);
                    return 0;
                },
                () -> 0);
        return instance(
                database,
                name,
                Tasks.recurring(run.name(), FixedDelay.ofHours(1)).execute((_, _) -> run.execute(() -> false)));
    }

    private static Scheduler instance(TestDatabase database, String name, RecurringTask<Void> task) {
        return Scheduler.create(database.application())
                .startTasks(task)
                .tableName("kernel.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(name))
                .pollingInterval(Duration.ofMillis(20))
                .threads(1)
                .build();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean _ = latch.await(300, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int rowsWithSuccess(TestDatabase database) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM kernel.scheduled_tasks WHERE last_success IS NOT NULL AND NOT picked")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Work of two batches, the first of which waits until it is let go. */
    public static class Work {
        private final AtomicInteger begun = new AtomicInteger();
        private final CountDownLatch first = new CountDownLatch(1);

        @Job(name = "test.work", every = "1h")
        public int batch() throws InterruptedException {
            int batch = begun.incrementAndGet();
            first.await();
            return batch < 3 ? 1 : 0;
        }
    }
}
