--liquibase formatted sql

--changeset identity:009-create-security-event-type
CREATE TYPE identity.security_event_type AS ENUM (
    'administrator_created', 'role_changed', 'account_activated', 'account_deactivated', 'account_deleted',
    'address_changed', 'password_changed', 'password_reset', 'refresh_token_stolen', 'second_factor_enabled',
    'second_factor_disabled', 'recovery_code_used', 'code_refused', 'request_refused'
);
COMMENT ON TYPE identity.security_event_type IS 'Kind of a change or refusal that matters for the security of an account.';
--rollback DROP TYPE identity.security_event_type;

--changeset identity:009-create-security-events
--comment: Security log. The application may add and purge, and change nothing.
CREATE TABLE identity.security_events (
    id           uuid                         NOT NULL,
    type         identity.security_event_type NOT NULL,
    user_id      uuid,
    actor_id     uuid,
    detail       text,
    origin       text,
    created_at   timestamptz                  NOT NULL,
    CONSTRAINT pk_security_events PRIMARY KEY (id),
    CONSTRAINT fk_security_events_user_id
        FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE RESTRICT,
    CONSTRAINT fk_security_events_actor_id
        FOREIGN KEY (actor_id) REFERENCES identity.users (id) ON DELETE RESTRICT,
    CONSTRAINT chk_security_events_detail CHECK (length(detail) BETWEEN 1 AND 300),
    CONSTRAINT chk_security_events_origin CHECK (origin ~ '^[0-9a-f]{64}$')
);
CREATE INDEX ix_security_events_user_id ON identity.security_events (user_id, id);
CREATE INDEX ix_security_events_actor_id ON identity.security_events (actor_id);
CREATE INDEX ix_security_events_type ON identity.security_events (type, id);
CREATE INDEX ix_security_events_origin ON identity.security_events (origin, created_at);
CREATE INDEX ix_security_events_created_at ON identity.security_events (created_at);
COMMENT ON TABLE identity.security_events IS 'Security log; never changed, and deleted only after a year. Delete policy: hard.';
COMMENT ON COLUMN identity.security_events.user_id IS 'Account concerned; null if the request named none.';
COMMENT ON COLUMN identity.security_events.actor_id IS 'User who caused it; null for the operator and for callers without an access token.';
COMMENT ON COLUMN identity.security_events.detail IS 'Values of the event; null if the type says all.';
COMMENT ON COLUMN identity.security_events.origin IS 'HMAC-SHA-256 of the network address, in hex; null outside requests.';
GRANT SELECT, INSERT, DELETE ON identity.security_events TO ashlar_app;
--rollback DROP TABLE identity.security_events;

--changeset identity:009-security-events-are-not-changed
--comment: A log that could be edited would prove nothing.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR TRUNCATE ON identity.security_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON identity.security_events;

--changeset identity:009-security-events-are-kept
--comment: Only the purge deletes, and only what is older than its retention; nobody hides a trace earlier. A day less than the retention, because clocks differ.
CREATE TRIGGER refuse_early_deletion
    BEFORE DELETE ON identity.security_events
    FOR EACH ROW WHEN (OLD.created_at > now() - INTERVAL '364 days') EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_early_deletion ON identity.security_events;
