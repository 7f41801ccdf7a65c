// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.calling;
import static dev.ashlar.planner.domain.Automations.cron;
import static dev.ashlar.planner.domain.Automations.job;
import static dev.ashlar.planner.domain.Automations.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself. Each test starts with an active job that has an open run. */
@PersistenceTest
@Kills(mutant = "index uq_automation_runs_open", test = "theDatabaseRefusesInvalidRows")
class AutomationTamperingTest {
    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private UUID id = UUID.randomUUID();

    @Autowired
    AutomationTamperingTest(
            AutomationJobs jobs,
            AutomationRuns runs,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.jobs = jobs;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @BeforeEach
    void storeAJob() {
        var job = job(calling(cron()));
        transaction.executeWithoutResult(_ -> {
            jobs.insert(job);
            runs.insert(run(job, NOW));
        });
        id = job.id().value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE planner.automation_jobs SET next_run_at = NULL WHERE id = :id; chk_automation_jobs_next_run_at",
                "UPDATE planner.automation_jobs SET status = 'paused' WHERE id = :id; chk_automation_jobs_next_run_at",
                "UPDATE planner.automation_jobs SET deleted_at = now() WHERE id = :id; chk_automation_jobs_deleted_at",
                "UPDATE planner.automation_jobs SET schedule_type = 'once' WHERE id = :id; chk_automation_job_schedule_type",
                "UPDATE planner.automation_jobs SET cron_expr = NULL WHERE id = :id; chk_automation_job_schedule_type",
                "UPDATE planner.automation_jobs SET schedule_type = 'interval', cron_expr = NULL, run_at = now(),"
                        + " interval_seconds = 59 WHERE id = :id; chk_automation_jobs_interval_seconds",
                "UPDATE planner.automation_jobs SET action = 'create_todo' WHERE id = :id; chk_automation_jobs_payload",
                "UPDATE planner.automation_jobs SET payload = '{}' WHERE id = :id; chk_automation_jobs_payload",
                "UPDATE planner.automation_jobs SET owner_id = gen_random_uuid() WHERE id = :id; fk_automation_runs_job_id",
                "UPDATE planner.automation_runs SET owner_id = gen_random_uuid() WHERE job_id = :id; fk_automation_runs_job_id",
                "UPDATE planner.automation_runs SET outcome = 'failed' WHERE job_id = :id; chk_automation_runs_due_at",
                "UPDATE planner.automation_runs SET due_at = NULL WHERE job_id = :id; chk_automation_runs_due_at",
                "INSERT INTO planner.automation_runs (id, job_id, owner_id, scheduled_for, due_at, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), job_id, owner_id, now(), now(), now(), now()"
                        + " FROM planner.automation_runs WHERE job_id = :id; uq_automation_runs_open",
                "INSERT INTO planner.automation_runs (id, job_id, owner_id, scheduled_for, outcome, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), job_id, owner_id, scheduled_for, 'failed', now(), now()"
                        + " FROM planner.automation_runs WHERE job_id = :id; uq_automation_runs_job_id_scheduled_for"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql).param("id", id).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }
}
