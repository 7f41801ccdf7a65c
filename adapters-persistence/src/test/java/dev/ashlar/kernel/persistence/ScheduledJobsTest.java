// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.application.ScheduledJobs;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ScheduledJobsTest {
    private final ScheduledJobs jobs;
    private final MovableClock clock;
    private final JdbcClient psql;

    @Autowired
    ScheduledJobsTest(ScheduledJobs jobs, MovableClock clock, FreshDatabase.Switch database) {
        this.jobs = jobs;
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void schedule() {
        psql.sql("DELETE FROM kernel.scheduled_tasks").update();
        insert("wallet.rest", "recurring", false, 2);
        insert("commerce.fail", "recurring", false, 3);
        insert("ai.run", "recurring", true, null);
        insert("ai.once", "other", false, 9);
    }

    @Test
    void listsJobsByName() {
        assertThat(jobs.list())
                .extracting(ScheduledJob::name)
                .containsExactly("ai.run", "commerce.fail", "wallet.rest");
        assertThat(jobs.list().getFirst()).satisfies(job -> {
            assertThat(job.running()).isTrue();
            assertThat(job.instance()).isEqualTo("host");
            assertThat(job.consecutiveFailures()).isZero();
            assertThat(job.lastSuccessAt()).isNull();
            assertThat(job.lastFailureAt()).isNull();
        });
    }

    @Test
    void findsJobsThatFailRepeatedly() {
        assertThat(jobs.failingRepeatedly()).containsExactly("commerce.fail");
        psql.sql("UPDATE kernel.scheduled_tasks SET consecutive_failures = 4 WHERE task_name = 'wallet.rest'")
                .update();
        assertThat(jobs.failingRepeatedly()).containsExactly("commerce.fail", "wallet.rest");
    }

    @Test
    void makesAJobDueThatIsNotRunning() {
        var before = clock.instant();
        var due = jobs.runNow("wallet.rest");
        assertThat(due.nextRunAt()).isBetween(before, clock.instant());
        assertThat(version("wallet.rest")).isEqualTo(8);
        assertRefused(KernelProblem.CONFLICT, () -> jobs.runNow("ai.run"));
        assertThat(version("ai.run")).isEqualTo(7);
        assertRefused(KernelProblem.NOT_FOUND, () -> jobs.runNow("ai.once"));
        assertThat(version("commerce.fail")).isEqualTo(7);
    }

    private void insert(String name, String instance, boolean picked, Integer failures) {
        psql.sql("INSERT INTO kernel.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " consecutive_failures, version) VALUES (?, ?, ?, ?, ?, ?, 7)")
                .params(
                        name,
                        instance,
                        OffsetDateTime.ofInstant(clock.instant().plus(Duration.ofHours(5)), ZoneOffset.UTC),
                        picked,
                        picked ? "host" : null,
                        failures)
                .update();
    }

    private long version(String name) {
        return psql.sql("SELECT version FROM kernel.scheduled_tasks WHERE task_name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
