--liquibase formatted sql

--changeset sync:003-create-index-ended runInTransaction:false
--comment: The latest runs of a source that ended tell its health, each minute.
CREATE INDEX CONCURRENTLY ix_sync_runs_ended ON sync.sync_runs (source, created_at, id) WHERE due_at IS NULL;
--rollback DROP INDEX CONCURRENTLY sync.ix_sync_runs_ended;
