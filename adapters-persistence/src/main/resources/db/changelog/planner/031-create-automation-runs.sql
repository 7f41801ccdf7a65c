--liquibase formatted sql
-- waive timestamp-style planner.automation_runs.scheduled_for: the run was not scheduled at that time, but for it
-- waive migrations-on-filled-tables planner.automation_runs: refers to automation_jobs, of which no rows are made

--changeset planner:031-create-run-outcome
CREATE TYPE planner.run_outcome AS ENUM ('running', 'succeeded', 'failed', 'skipped', 'cancelled');
COMMENT ON TYPE planner.run_outcome IS 'Outcome of a run of an automation job.';
--rollback DROP TYPE planner.run_outcome;

--changeset planner:031-create-automation-runs
--comment: One run for each tick, and one open run of a job at a time. The key to the job holds the owner, too, so that a run never belongs to another person than its job.
CREATE TABLE planner.automation_runs (
    id            uuid                NOT NULL,
    job_id        uuid                NOT NULL,
    owner_id      uuid                NOT NULL,
    scheduled_for timestamptz         NOT NULL,
    manual        boolean             NOT NULL DEFAULT false,
    outcome       planner.run_outcome NOT NULL DEFAULT 'running',
    attempts      int                 NOT NULL DEFAULT 0,
    due_at        timestamptz,
    duration_ms   int,
    detail        text,
    created_at    timestamptz         NOT NULL,
    updated_at    timestamptz         NOT NULL,
    CONSTRAINT pk_automation_runs PRIMARY KEY (id),
    CONSTRAINT uq_automation_runs_job_id_scheduled_for UNIQUE (job_id, scheduled_for),
    CONSTRAINT fk_automation_runs_job_id
        FOREIGN KEY (job_id, owner_id) REFERENCES planner.automation_jobs (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT chk_automation_runs_attempts CHECK (attempts >= 0),
    CONSTRAINT chk_automation_runs_due_at CHECK ((outcome = 'running') = (due_at IS NOT NULL)),
    CONSTRAINT chk_automation_runs_duration_ms CHECK (duration_ms >= 0),
    CONSTRAINT chk_automation_runs_detail CHECK (length(detail) BETWEEN 1 AND 200)
);
CREATE UNIQUE INDEX uq_automation_runs_open ON planner.automation_runs (job_id) WHERE outcome = 'running';
CREATE INDEX ix_automation_runs_job_id ON planner.automation_runs (job_id, owner_id, scheduled_for);
CREATE INDEX ix_automation_runs_owner_id ON planner.automation_runs (owner_id) WHERE outcome = 'running';
CREATE INDEX ix_automation_runs_due_at ON planner.automation_runs (due_at, id) WHERE outcome = 'running';
CREATE INDEX ix_automation_runs_scheduled_for
    ON planner.automation_runs (scheduled_for, id) WHERE outcome <> 'running';
COMMENT ON TABLE planner.automation_runs IS 'Runs of automation jobs, kept for 30 days. Delete policy: hard. Scope: owner_id.';
COMMENT ON COLUMN planner.automation_runs.owner_id IS 'Owner of the job.';
COMMENT ON COLUMN planner.automation_runs.scheduled_for IS 'Time of the tick, or of the request of a manual run.';
COMMENT ON COLUMN planner.automation_runs.manual IS 'True if the owner asked for the run.';
COMMENT ON COLUMN planner.automation_runs.attempts IS 'Attempts that have begun.';
COMMENT ON COLUMN planner.automation_runs.due_at IS 'Time of the next attempt, or until which the current one may take; null once the run has ended.';
COMMENT ON COLUMN planner.automation_runs.duration_ms IS 'Of the last attempt; null before its end.';
COMMENT ON COLUMN planner.automation_runs.detail IS 'Reason of a failure; null otherwise.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.automation_runs TO ashlar_app;
--rollback DROP TABLE planner.automation_runs;
