--liquibase formatted sql
-- waive check-names planner.automation_jobs.chk_automation_job_schedule_type: a name of the requirements
-- waive migrations-on-filled-tables planner.automation_jobs: rows are made of values that no payload of an action is among

--changeset planner:030-create-job-schedule-type
CREATE TYPE planner.job_schedule_type AS ENUM ('once', 'interval', 'cron');
COMMENT ON TYPE planner.job_schedule_type IS 'Form of the schedule of an automation job.';
--rollback DROP TYPE planner.job_schedule_type;

--changeset planner:030-create-missed-ticks
CREATE TYPE planner.missed_ticks AS ENUM ('run_once', 'skip');
COMMENT ON TYPE planner.missed_ticks IS 'Policy for ticks that pass while nothing can run them.';
--rollback DROP TYPE planner.missed_ticks;

--changeset planner:030-create-job-action
CREATE TYPE planner.job_action AS ENUM ('create_todo', 'add_schedule_item', 'call_webhook');
COMMENT ON TYPE planner.job_action IS 'Action of an automation job.';
--rollback DROP TYPE planner.job_action;

--changeset planner:030-create-automation-job-status
CREATE TYPE planner.automation_job_status AS ENUM ('active', 'paused', 'finished', 'failed');
COMMENT ON TYPE planner.automation_job_status IS 'Status of an automation job.';
--rollback DROP TYPE planner.automation_job_status;

--changeset planner:030-create-automation-jobs
--comment: Only an active job has a next tick, and a deleted one is never active, so that nothing in the trash runs.
CREATE TABLE planner.automation_jobs (
    id               uuid                          NOT NULL,
    owner_id         uuid                          NOT NULL,
    name             text                          NOT NULL,
    schedule_type    planner.job_schedule_type     NOT NULL,
    run_at           timestamptz,
    interval_seconds int,
    cron_expr        text,
    zone             text                          NOT NULL,
    missed_ticks     planner.missed_ticks          NOT NULL DEFAULT 'run_once',
    action           planner.job_action            NOT NULL,
    payload          jsonb                         NOT NULL,
    status           planner.automation_job_status NOT NULL DEFAULT 'active',
    next_run_at      timestamptz,
    failures         int                           NOT NULL DEFAULT 0,
    created_at       timestamptz                   NOT NULL,
    updated_at       timestamptz                   NOT NULL,
    deleted_at       timestamptz,
    version          int                           NOT NULL DEFAULT 0,
    CONSTRAINT pk_automation_jobs PRIMARY KEY (id),
    CONSTRAINT uq_automation_jobs_id_owner UNIQUE (id, owner_id),
    CONSTRAINT chk_automation_jobs_name CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT chk_automation_job_schedule_type CHECK (
        CASE schedule_type
            WHEN 'once' THEN run_at IS NOT NULL AND interval_seconds IS NULL AND cron_expr IS NULL
            WHEN 'interval' THEN run_at IS NOT NULL AND interval_seconds IS NOT NULL AND cron_expr IS NULL
            ELSE run_at IS NULL AND interval_seconds IS NULL AND cron_expr IS NOT NULL
        END
    ),
    CONSTRAINT chk_automation_jobs_interval_seconds CHECK (interval_seconds BETWEEN 60 AND 31622400),
    CONSTRAINT chk_automation_jobs_cron_expr CHECK (length(cron_expr) BETWEEN 9 AND 100),
    CONSTRAINT chk_automation_jobs_zone CHECK (length(zone) BETWEEN 1 AND 60),
    CONSTRAINT chk_automation_jobs_payload CHECK (
        jsonb_typeof(
            CASE action
                WHEN 'create_todo' THEN payload -> 'todo'
                WHEN 'add_schedule_item' THEN payload -> 'scheduleItem'
                ELSE payload -> 'webhook'
            END
        ) IS NOT DISTINCT FROM 'object'
    ),
    CONSTRAINT chk_automation_jobs_next_run_at CHECK ((status = 'active') = (next_run_at IS NOT NULL)),
    CONSTRAINT chk_automation_jobs_deleted_at CHECK (deleted_at IS NULL OR status <> 'active'),
    CONSTRAINT chk_automation_jobs_failures CHECK (failures >= 0),
    CONSTRAINT chk_automation_jobs_version CHECK (version >= 0)
);
CREATE INDEX ix_automation_jobs_owner_id ON planner.automation_jobs (owner_id, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_automation_jobs_owner_id_status
    ON planner.automation_jobs (owner_id, status, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_automation_jobs_next_run_at
    ON planner.automation_jobs (next_run_at, id) WHERE status = 'active' AND deleted_at IS NULL;
CREATE INDEX ix_automation_jobs_owner_id_deleted_at
    ON planner.automation_jobs (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_automation_jobs_deleted_at
    ON planner.automation_jobs (deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE planner.automation_jobs IS 'Actions of people that run on a schedule. Delete policy: soft. Scope: owner_id.';
COMMENT ON COLUMN planner.automation_jobs.owner_id IS 'User of identity.';
COMMENT ON COLUMN planner.automation_jobs.run_at IS 'The only tick, or the first one of an interval; null for cron.';
COMMENT ON COLUMN planner.automation_jobs.interval_seconds IS 'Distance of the ticks; null unless the type is interval.';
COMMENT ON COLUMN planner.automation_jobs.cron_expr IS 'Minute, hour, day of month, month, day of week; null unless the type is cron.';
COMMENT ON COLUMN planner.automation_jobs.zone IS 'IANA time zone of the cron expression and of due dates.';
COMMENT ON COLUMN planner.automation_jobs.payload IS 'Details of the action; the field that belongs to it is an object.';
COMMENT ON COLUMN planner.automation_jobs.next_run_at IS 'Next tick; null unless the job is active.';
COMMENT ON COLUMN planner.automation_jobs.failures IS 'Runs that have failed since the last success.';
COMMENT ON COLUMN planner.automation_jobs.updated_at IS 'Last change by the owner, a tick or a run.';
COMMENT ON COLUMN planner.automation_jobs.version IS 'Changes by the owner; ticks do not count.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.automation_jobs TO ashlar_app;
--rollback DROP TABLE planner.automation_jobs;
