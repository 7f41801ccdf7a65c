--liquibase formatted sql
-- waive optimistic-lock sync.sync_runs: nobody edits a run, and claims keep a late instance from changing it

--changeset sync:002-create-sync-source
CREATE TYPE sync.sync_source AS ENUM ('mrlearn', 'mrtest');
COMMENT ON TYPE sync.sync_source IS 'External catalogue.';
--rollback DROP TYPE sync.sync_source;

--changeset sync:002-create-sync-outcome
CREATE TYPE sync.sync_outcome AS ENUM ('pulling', 'sweeping', 'succeeded', 'failed');
COMMENT ON TYPE sync.sync_outcome IS 'Outcome of a run of a sync.';
--rollback DROP TYPE sync.sync_outcome;

--changeset sync:002-create-sync-runs
--comment: One open run of a source at a time. Only an open run is due, and only one that pulls has a cursor to go on from.
CREATE TABLE sync.sync_runs (
    id            uuid              NOT NULL,
    source        sync.sync_source  NOT NULL,
    outcome       sync.sync_outcome NOT NULL DEFAULT 'pulling',
    source_cursor text,
    pages         int               NOT NULL DEFAULT 0,
    received      int               NOT NULL DEFAULT 0,
    changed       int               NOT NULL DEFAULT 0,
    unreadable    int               NOT NULL DEFAULT 0,
    gone          int               NOT NULL DEFAULT 0,
    claims        int               NOT NULL DEFAULT 0,
    failures      int               NOT NULL DEFAULT 0,
    due_at        timestamptz,
    detail        text,
    created_at    timestamptz       NOT NULL,
    updated_at    timestamptz       NOT NULL,
    CONSTRAINT pk_sync_runs PRIMARY KEY (id),
    CONSTRAINT chk_sync_runs_source_cursor CHECK (length(source_cursor) BETWEEN 1 AND 500),
    CONSTRAINT chk_sync_runs_source_cursor_outcome CHECK (source_cursor IS NULL OR outcome IN ('pulling', 'failed')),
    CONSTRAINT chk_sync_runs_pages CHECK (pages >= 0),
    CONSTRAINT chk_sync_runs_received CHECK (received >= 0),
    CONSTRAINT chk_sync_runs_changed CHECK (changed BETWEEN 0 AND received),
    CONSTRAINT chk_sync_runs_unreadable CHECK (unreadable BETWEEN 0 AND received),
    CONSTRAINT chk_sync_runs_gone CHECK (gone >= 0),
    CONSTRAINT chk_sync_runs_claims CHECK (claims >= 0),
    CONSTRAINT chk_sync_runs_failures CHECK (failures >= 0),
    CONSTRAINT chk_sync_runs_due_at CHECK ((outcome IN ('pulling', 'sweeping')) = (due_at IS NOT NULL)),
    CONSTRAINT chk_sync_runs_detail CHECK (length(detail) BETWEEN 1 AND 200)
);
CREATE UNIQUE INDEX uq_sync_runs_open ON sync.sync_runs (source) WHERE due_at IS NOT NULL;
CREATE INDEX ix_sync_runs_due_at ON sync.sync_runs (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX ix_sync_runs_created_at ON sync.sync_runs (created_at, id) WHERE due_at IS NULL;
COMMENT ON TABLE sync.sync_runs IS 'Runs that pull a catalogue, kept for 90 days. Delete policy: hard.';
COMMENT ON COLUMN sync.sync_runs.source_cursor IS 'Cursor of the page to pull next; null for the first page, and once all pages are stored.';
COMMENT ON COLUMN sync.sync_runs.pages IS 'Pages that are stored.';
COMMENT ON COLUMN sync.sync_runs.received IS 'Items on these pages.';
COMMENT ON COLUMN sync.sync_runs.changed IS 'Items that were added, or replaced by a newer version.';
COMMENT ON COLUMN sync.sync_runs.unreadable IS 'Items that could not be stored.';
COMMENT ON COLUMN sync.sync_runs.gone IS 'Items that were marked as gone.';
COMMENT ON COLUMN sync.sync_runs.claims IS 'Number of times that an instance has claimed the run; only the latest claim stores progress.';
COMMENT ON COLUMN sync.sync_runs.failures IS 'Failures since the last page that was stored.';
COMMENT ON COLUMN sync.sync_runs.due_at IS 'Time of the next step, or until which the current one may take; null once the run has ended.';
COMMENT ON COLUMN sync.sync_runs.detail IS 'Reason of the last failure; null if none has happened since the last page.';
COMMENT ON COLUMN sync.sync_runs.created_at IS 'Start of the run, by which its items are marked as listed.';
GRANT SELECT, INSERT, UPDATE, DELETE ON sync.sync_runs TO ashlar_app;
--rollback DROP TABLE sync.sync_runs;
