--liquibase formatted sql
-- waive most-specific-type identity.auth_events.ip: an IPv6 address as the server tells it may name a zone, which inet refuses

--changeset identity:006-create-auth-action
CREATE TYPE identity.auth_action AS ENUM ('login', 'password_reset', 'registration');
COMMENT ON TYPE identity.auth_action IS 'Action that a client attempts.';
--rollback DROP TYPE identity.auth_action;

--changeset identity:006-create-auth-result
CREATE TYPE identity.auth_result AS ENUM ('attempted', 'succeeded', 'refused');
COMMENT ON TYPE identity.auth_result IS 'Outcome of an attempt: let through to be checked, proved to be the user, rejected after too many attempts.';
--rollback DROP TYPE identity.auth_result;

--changeset identity:006-create-auth-events
--comment: Authentication log, from which the lockout is computed.
CREATE TABLE identity.auth_events (
    id              uuid                 NOT NULL,
    identifier_hash text                 NOT NULL,
    action          identity.auth_action NOT NULL,
    result          identity.auth_result NOT NULL DEFAULT 'attempted',
    ip              text,
--ignoreLines:1
    -- waive reference-or-key: a session has no row; it consists of its tokens
    device          uuid,
    created_at      timestamptz          NOT NULL,
    CONSTRAINT pk_auth_events PRIMARY KEY (id),
    CONSTRAINT chk_auth_events_identifier_hash CHECK (identifier_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT chk_auth_events_ip CHECK (length(ip) <= 64)
);
CREATE INDEX ix_auth_events_identifier_hash ON identity.auth_events (identifier_hash, result, created_at);
CREATE INDEX ix_auth_events_created_at ON identity.auth_events (created_at);
COMMENT ON TABLE identity.auth_events IS 'Authentication log; never changed, and deleted only after 30 days. Delete policy: hard.';
COMMENT ON COLUMN identity.auth_events.identifier_hash IS 'HMAC-SHA-256 of the normalized email address, in hex; also of addresses without an account.';
COMMENT ON COLUMN identity.auth_events.device IS 'Earlier session of the client''s device in this account; null if it has proved none.';
COMMENT ON COLUMN identity.auth_events.ip IS 'Address of the client; null if unknown.';
GRANT SELECT, INSERT, DELETE ON identity.auth_events TO ashlar_app;
--rollback DROP TABLE identity.auth_events;

--changeset identity:006-auth-events-are-not-changed
--comment: A log that could be edited would prove nothing.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR TRUNCATE ON identity.auth_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON identity.auth_events;

--changeset identity:006-auth-events-are-kept
--comment: Only the purge deletes, and only what is older than its retention; nobody hides an attempt earlier. A day less than the retention, because clocks differ.
CREATE TRIGGER refuse_early_deletion
    BEFORE DELETE ON identity.auth_events
    FOR EACH ROW WHEN (OLD.created_at > now() - INTERVAL '29 days') EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_early_deletion ON identity.auth_events;
