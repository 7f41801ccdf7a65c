--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_dirty_hours: rows are made of times that are no full hours
-- waive timestamp-style ai.ai_dirty_hours.bucket: a name of the requirements

--changeset ai:030-create-ai-dirty-hours
--comment: A queue of marks, to which each transaction appends its own rows, so that calls do not wait for each other.
CREATE TABLE ai.ai_dirty_hours (
    id         uuid        NOT NULL DEFAULT gen_random_uuid(),
    bucket     timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_ai_dirty_hours PRIMARY KEY (id),
    CONSTRAINT chk_ai_dirty_hours_bucket CHECK (extract(epoch FROM bucket) % 3600 = 0)
);
CREATE INDEX ix_ai_dirty_hours_bucket ON ai.ai_dirty_hours (bucket, created_at);
COMMENT ON TABLE ai.ai_dirty_hours IS 'Hours whose statistics are out of date, marked in the transaction that changes their calls. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_dirty_hours.bucket IS 'Start of the hour.';
COMMENT ON COLUMN ai.ai_dirty_hours.created_at IS 'Start of the transaction that marked the hour.';
GRANT SELECT, INSERT, DELETE ON ai.ai_dirty_hours TO ashlar_app;
--rollback DROP TABLE ai.ai_dirty_hours;
