--liquibase formatted sql
-- waive most-specific-type identity.refresh_tokens.ip: an IPv6 address as the server tells it may name a zone, which inet refuses

--changeset identity:004-create-refresh-token-status
CREATE TYPE identity.refresh_token_status AS ENUM ('active', 'rotated', 'revoked');
COMMENT ON TYPE identity.refresh_token_status IS 'Status of a refresh token: active, used, or ended with its session.';
--rollback DROP TYPE identity.refresh_token_status;

--changeset identity:004-create-refresh-tokens
--comment: A family of tokens is one session; the partial unique index keeps two tokens of it from being active.
CREATE TABLE identity.refresh_tokens (
    id                 uuid                          NOT NULL,
--ignoreLines:1
    -- waive reference-or-key: a session has no row; it consists of its tokens
    family_id          uuid                          NOT NULL,
    user_id            uuid                          NOT NULL,
    token_hash         text                          NOT NULL,
    status             identity.refresh_token_status NOT NULL DEFAULT 'active',
    replaced_by        uuid,
    session_started_at timestamptz                   NOT NULL,
    rotated_at         timestamptz,
    expires_at         timestamptz                   NOT NULL,
    user_agent         text,
    ip                 text,
    created_at         timestamptz                   NOT NULL,
    updated_at         timestamptz                   NOT NULL,
    CONSTRAINT pk_refresh_tokens PRIMARY KEY (id),
    CONSTRAINT uq_refresh_tokens_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_refresh_tokens_user_id FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE,
    -- Deferred: the old token is rotated before its successor may be stored as the active one.
    CONSTRAINT fk_refresh_tokens_replaced_by
        FOREIGN KEY (replaced_by) REFERENCES identity.refresh_tokens (id)
            ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT chk_refresh_tokens_token_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT chk_refresh_tokens_rotated CHECK (status <> 'rotated' OR rotated_at IS NOT NULL),
    CONSTRAINT chk_refresh_tokens_active CHECK (status <> 'active' OR (rotated_at IS NULL AND replaced_by IS NULL)),
    CONSTRAINT chk_refresh_tokens_expires_at CHECK (
        expires_at > created_at
        AND expires_at - created_at <= INTERVAL '14 days'
        AND expires_at - session_started_at <= INTERVAL '90 days'
    ),
    CONSTRAINT chk_refresh_tokens_user_agent CHECK (length(user_agent) <= 300),
    CONSTRAINT chk_refresh_tokens_ip CHECK (length(ip) <= 64)
);
CREATE UNIQUE INDEX uq_refresh_tokens_active ON identity.refresh_tokens (family_id) WHERE status = 'active';
CREATE INDEX ix_refresh_tokens_user_id ON identity.refresh_tokens (user_id, family_id);
CREATE INDEX ix_refresh_tokens_replaced_by ON identity.refresh_tokens (replaced_by);
CREATE INDEX ix_refresh_tokens_expires_at ON identity.refresh_tokens (expires_at);
COMMENT ON TABLE identity.refresh_tokens IS 'Refresh tokens; used ones are kept until they expire, so that a theft is noticed. Delete policy: hard.';
COMMENT ON COLUMN identity.refresh_tokens.family_id IS 'Session: all tokens that succeed each other since one login.';
COMMENT ON COLUMN identity.refresh_tokens.token_hash IS 'Sensitive. SHA-256 of the token, in hex; the token itself is stored nowhere.';
COMMENT ON COLUMN identity.refresh_tokens.replaced_by IS 'Successor; null until used, and after the successor is deleted.';
COMMENT ON COLUMN identity.refresh_tokens.session_started_at IS 'Time of the login; the same in the whole family.';
COMMENT ON COLUMN identity.refresh_tokens.rotated_at IS 'Time of first use, null until then; a retry is accepted until the successor is used.';
COMMENT ON COLUMN identity.refresh_tokens.user_agent IS 'Name that the client gave itself; null if it gave none.';
COMMENT ON COLUMN identity.refresh_tokens.ip IS 'Address of the client; null if unknown.';
COMMENT ON COLUMN identity.refresh_tokens.created_at IS 'Time of issue; of the active token, the last use of the session.';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.refresh_tokens TO ashlar_app;
--rollback DROP TABLE identity.refresh_tokens;
