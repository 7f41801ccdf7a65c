--liquibase formatted sql

--changeset identity:006-create-auth-action
CREATE TYPE identity.auth_action AS ENUM ('login', 'password_reset');
COMMENT ON TYPE identity.auth_action IS 'What somebody tried.';
--rollback DROP TYPE identity.auth_action;

--changeset identity:006-create-auth-result
CREATE TYPE identity.auth_result AS ENUM ('attempted', 'succeeded', 'refused');
COMMENT ON TYPE identity.auth_result IS 'How far somebody came: let through to be checked, proved to be the person, turned away for trying too often.';
--rollback DROP TYPE identity.auth_result;

--changeset identity:006-create-auth-events
--comment: The authentication log, from which the lockout is counted.
CREATE TABLE identity.auth_events (
    id              uuid                 NOT NULL,
    identifier_hash text                 NOT NULL,
    action          identity.auth_action NOT NULL,
    result          identity.auth_result NOT NULL DEFAULT 'attempted',
    ip              text,
    at              timestamptz          NOT NULL,
    CONSTRAINT pk_auth_events PRIMARY KEY (id),
    CONSTRAINT chk_auth_events_identifier_hash CHECK (identifier_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT chk_auth_events_ip CHECK (length(ip) <= 64)
);
CREATE INDEX ix_auth_events_identifier_hash ON identity.auth_events (identifier_hash, result, at);
COMMENT ON TABLE identity.auth_events IS 'Who tried to get in, and how far they came. Delete policy: append-only.';
COMMENT ON COLUMN identity.auth_events.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN identity.auth_events.identifier_hash IS 'SHA-256 of the email address in lower case, in hex; also of addresses without an account.';
COMMENT ON COLUMN identity.auth_events.action IS 'What was tried.';
COMMENT ON COLUMN identity.auth_events.result IS 'How far it came.';
COMMENT ON COLUMN identity.auth_events.ip IS 'Network address the request came from.';
COMMENT ON COLUMN identity.auth_events.at IS 'When.';
GRANT SELECT, INSERT ON identity.auth_events TO ashlar_app;
--rollback DROP TABLE identity.auth_events;

--changeset identity:006-auth-events-are-append-only
--comment: A log that could be edited would prove nothing.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.auth_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON identity.auth_events;
