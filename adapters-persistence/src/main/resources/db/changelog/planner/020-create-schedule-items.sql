--liquibase formatted sql

--changeset planner:020-create-item-source-type
CREATE TYPE planner.item_source_type AS ENUM ('slot', 'automation');
COMMENT ON TYPE planner.item_source_type IS 'Kind of thing that has put an item on a schedule.';
--rollback DROP TYPE planner.item_source_type;

--changeset planner:020-create-schedule-items
--comment: Items of schedules. A series is one row; its occurrences are reckoned when a range is read.
CREATE TABLE planner.schedule_items (
    id             uuid        NOT NULL,
    owner_id       uuid        NOT NULL,
    title          text        NOT NULL,
    todo_id        uuid,
    starts_at      timestamptz,
    ends_at        timestamptz,
    starts_on      date,
    ends_on        date,
    zone           text        NOT NULL,
    recurrence     text,
    exceptions     jsonb       NOT NULL DEFAULT '{"occurrences": []}',
    covers         tstzrange   NOT NULL,
    source_type    planner.item_source_type,
    source_id      uuid,
    source_version int,
    cancelled_at   timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    deleted_at     timestamptz,
    version        int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_schedule_items PRIMARY KEY (id),
    CONSTRAINT fk_schedule_items_todo_id FOREIGN KEY (todo_id) REFERENCES planner.todos (id) ON DELETE SET NULL,
    CONSTRAINT chk_schedule_items_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_schedule_items_time CHECK (
        num_nonnulls(starts_at, ends_at) = CASE WHEN starts_on IS NULL THEN 2 ELSE 0 END
        AND num_nonnulls(starts_on, ends_on) IN (0, 2)
        AND (starts_at < ends_at) IS NOT FALSE
        AND (starts_on <= ends_on) IS NOT FALSE
    ),
    CONSTRAINT chk_schedule_items_length CHECK (
        (ends_at - starts_at <= INTERVAL '744 hours') IS NOT FALSE AND (ends_on - starts_on < 31) IS NOT FALSE
    ),
    CONSTRAINT chk_schedule_items_zone CHECK (length(zone) BETWEEN 1 AND 60),
    CONSTRAINT chk_schedule_items_recurrence
        CHECK (recurrence ~ '^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)' AND length(recurrence) BETWEEN 1 AND 250),
    CONSTRAINT chk_schedule_items_exceptions CHECK (
        jsonb_typeof(exceptions -> 'occurrences') = 'array'
        AND jsonb_array_length(exceptions -> 'occurrences')
            <= CASE WHEN recurrence IS NULL THEN 0 ELSE 366 END
    ),
    CONSTRAINT chk_schedule_items_covers CHECK (
        NOT isempty(covers) AND NOT lower_inf(covers) AND (covers @> starts_at) IS NOT FALSE
    ),
    CONSTRAINT chk_schedule_items_source CHECK (
        num_nonnulls(source_type, source_id, source_version) IN (0, 3)
    ),
    CONSTRAINT chk_schedule_items_meeting CHECK (
        CASE
            WHEN source_type = 'slot' THEN recurrence IS NULL AND todo_id IS NULL AND deleted_at IS NULL
            ELSE cancelled_at IS NULL
        END
    ),
    CONSTRAINT chk_schedule_items_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_schedule_items_owner_id_source_type_source_id
    ON planner.schedule_items (owner_id, source_type, source_id) WHERE deleted_at IS NULL;
CREATE INDEX ix_schedule_items_covers
    ON planner.schedule_items USING gist (owner_id, covers) WHERE deleted_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX ix_schedule_items_owner_id ON planner.schedule_items (owner_id, id);
CREATE INDEX ix_schedule_items_todo_id ON planner.schedule_items (todo_id) WHERE todo_id IS NOT NULL;
CREATE INDEX ix_schedule_items_cancelled ON planner.schedule_items (ends_at, id) WHERE cancelled_at IS NOT NULL;
CREATE INDEX ix_schedule_items_deleted_at
    ON planner.schedule_items (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_schedule_items_owner_id_deleted_at
    ON planner.schedule_items (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE planner.schedule_items IS 'Items of schedules: once, or as a series with exceptions. Delete policy: soft. Scope: owner_id.';
COMMENT ON COLUMN planner.schedule_items.owner_id IS 'User of identity.';
COMMENT ON COLUMN planner.schedule_items.todo_id IS 'Todo for which the time is planned; null if there is none.';
COMMENT ON COLUMN planner.schedule_items.starts_at IS 'Start, of the first occurrence of a series; null for whole days.';
COMMENT ON COLUMN planner.schedule_items.ends_at IS 'First instant after the item; null for whole days.';
COMMENT ON COLUMN planner.schedule_items.starts_on IS 'First of whole days, which are the same dates in each zone; null otherwise.';
COMMENT ON COLUMN planner.schedule_items.ends_on IS 'Last of whole days; null otherwise.';
COMMENT ON COLUMN planner.schedule_items.zone IS 'IANA time zone in which a series keeps its local time.';
COMMENT ON COLUMN planner.schedule_items.recurrence IS 'Rule of RFC 5545, its days explicit, in dates of the zone; a day that a month lacks is its last one. Null if the item does not recur.';
COMMENT ON COLUMN planner.schedule_items.exceptions IS 'Occurrences of the series that differ from it, by date; without a time, the occurrence is removed.';
COMMENT ON COLUMN planner.schedule_items.covers IS 'Span that contains all occurrences in all zones; without an end if the series has none.';
COMMENT ON COLUMN planner.schedule_items.source_type IS 'Kind of the origin of an item that its owner has not added; null for all others.';
COMMENT ON COLUMN planner.schedule_items.source_id IS 'Key of the origin: a slot of mentoring, or a run of an automation job; null without one.';
COMMENT ON COLUMN planner.schedule_items.source_version IS 'Version of the origin that the item shows; null without one.';
COMMENT ON COLUMN planner.schedule_items.cancelled_at IS 'Moment from which a meeting is hidden; the row stays, so that a late event of an earlier version does not show it again. Null for all others.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.schedule_items TO ashlar_app;
--rollback DROP TABLE planner.schedule_items;
