--liquibase formatted sql
-- waive optimistic-lock planner.calendar_feeds: nobody edits a feed; the only update notes the last reading

--changeset planner:042-create-calendar-scope
CREATE TYPE planner.calendar_scope AS ENUM ('all', 'items', 'meetings');
COMMENT ON TYPE planner.calendar_scope IS 'Part of a schedule that a calendar feed shows.';
--rollback DROP TYPE planner.calendar_scope;

--changeset planner:042-create-calendar-feeds
--comment: Subscriptions of schedules. Revoking one removes its row, so that its secret ends at once.
CREATE TABLE planner.calendar_feeds (
    id           uuid                   NOT NULL,
    owner_id     uuid                   NOT NULL,
    name         text                   NOT NULL,
    scope        planner.calendar_scope NOT NULL DEFAULT 'all',
    secret_hash  text                   NOT NULL,
    last_read_at timestamptz,
    created_at   timestamptz            NOT NULL,
    updated_at   timestamptz            NOT NULL,
    CONSTRAINT pk_calendar_feeds PRIMARY KEY (id),
    CONSTRAINT uq_calendar_feeds_secret_hash UNIQUE (secret_hash),
    CONSTRAINT chk_calendar_feeds_name CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT chk_calendar_feeds_secret_hash CHECK (secret_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX ix_calendar_feeds_owner_id ON planner.calendar_feeds (owner_id, id);
COMMENT ON TABLE planner.calendar_feeds IS 'Calendar subscriptions of schedules. Delete policy: hard. Scope: owner_id.';
COMMENT ON COLUMN planner.calendar_feeds.owner_id IS 'User of identity.';
COMMENT ON COLUMN planner.calendar_feeds.name IS 'Application or device, as the owner calls it.';
COMMENT ON COLUMN planner.calendar_feeds.secret_hash IS 'Sensitive. SHA-256 of the secret in the address, in hex.';
COMMENT ON COLUMN planner.calendar_feeds.last_read_at IS 'Noted once an hour; null before the first reading.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.calendar_feeds TO ashlar_app;
--rollback DROP TABLE planner.calendar_feeds;
