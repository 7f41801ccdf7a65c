--liquibase formatted sql

--changeset kernel:003-create-scheduled-tasks
--comment: Recurring jobs, shared by all instances. Columns and their types are what db-scheduler 16 expects.
CREATE TABLE kernel.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    CONSTRAINT pk_scheduled_tasks PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_scheduled_tasks_execution_time ON kernel.scheduled_tasks (execution_time);
CREATE INDEX ix_scheduled_tasks_last_heartbeat ON kernel.scheduled_tasks (last_heartbeat);
COMMENT ON TABLE kernel.scheduled_tasks IS 'When each job runs next, and which instance runs it now; written by db-scheduler. Delete policy: hard.';
COMMENT ON COLUMN kernel.scheduled_tasks.task_name IS 'The job, as in kernel.forget-idempotency-keys.';
COMMENT ON COLUMN kernel.scheduled_tasks.task_instance IS 'Always "recurring" for a job; tells several executions of one task apart.';
COMMENT ON COLUMN kernel.scheduled_tasks.task_data IS 'Serialized argument of an execution; jobs have none.';
COMMENT ON COLUMN kernel.scheduled_tasks.execution_time IS 'When it is due.';
COMMENT ON COLUMN kernel.scheduled_tasks.picked IS 'Whether an instance is running it.';
COMMENT ON COLUMN kernel.scheduled_tasks.picked_by IS 'The instance that runs it.';
COMMENT ON COLUMN kernel.scheduled_tasks.last_success IS 'When a run last ended well.';
COMMENT ON COLUMN kernel.scheduled_tasks.last_failure IS 'When a run last failed.';
COMMENT ON COLUMN kernel.scheduled_tasks.consecutive_failures IS 'Failed runs since the last good one.';
COMMENT ON COLUMN kernel.scheduled_tasks.last_heartbeat IS 'Last sign of life of the instance that runs it; without one for two minutes another takes over.';
COMMENT ON COLUMN kernel.scheduled_tasks.version IS 'Goes up with each change, so that two instances never both take one run.';
COMMENT ON COLUMN kernel.scheduled_tasks.priority IS 'Order among executions that are due together; not used.';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.scheduled_tasks TO ashlar_app;
--rollback DROP TABLE kernel.scheduled_tasks;
