--liquibase formatted sql

--changeset identity:005-create-token-purpose
CREATE TYPE identity.token_purpose AS ENUM ('email_verification', 'password_reset', 'address_notice', 'registration_notice');
COMMENT ON TYPE identity.token_purpose IS 'Action that a mailed token allows, once.';
--rollback DROP TYPE identity.token_purpose;

--changeset identity:005-create-one-time-tokens
--comment: Mailed tokens and, until they are sent, the mails themselves. No secret is stored: it is generated when the mail goes out.
CREATE TABLE identity.one_time_tokens (
    id              uuid                   NOT NULL,
    user_id         uuid                   NOT NULL,
    purpose         identity.token_purpose NOT NULL,
    recipient       text                   NOT NULL,
    token_hash      text,
    expires_at      timestamptz,
    consumed_at     timestamptz,
    sent_at         timestamptz,
    attempts        int                    NOT NULL DEFAULT 0,
    next_attempt_at timestamptz            NOT NULL,
    created_at      timestamptz            NOT NULL,
    updated_at      timestamptz            NOT NULL,
    CONSTRAINT pk_one_time_tokens PRIMARY KEY (id),
    CONSTRAINT uq_one_time_tokens_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_one_time_tokens_user_id FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE,
    CONSTRAINT chk_one_time_tokens_recipient CHECK (length(recipient) BETWEEN 3 AND 254),
    CONSTRAINT chk_one_time_tokens_token_hash CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT chk_one_time_tokens_armed
        CHECK ((attempts > 0) = (token_hash IS NOT NULL) AND (token_hash IS NULL) = (expires_at IS NULL)),
    CONSTRAINT chk_one_time_tokens_sent_at CHECK (sent_at IS NULL OR token_hash IS NOT NULL),
    CONSTRAINT chk_one_time_tokens_attempts CHECK (attempts BETWEEN 0 AND 100)
);
CREATE INDEX ix_one_time_tokens_user_id ON identity.one_time_tokens (user_id, purpose);
CREATE UNIQUE INDEX uq_one_time_tokens_open ON identity.one_time_tokens (user_id, purpose) WHERE consumed_at IS NULL;
CREATE INDEX ix_one_time_tokens_due ON identity.one_time_tokens (purpose, next_attempt_at)
    WHERE sent_at IS NULL AND consumed_at IS NULL;
CREATE INDEX ix_one_time_tokens_created_at ON identity.one_time_tokens (created_at);
COMMENT ON TABLE identity.one_time_tokens IS 'Mailed tokens, from the request of a mail to the use of its token. Delete policy: hard.';
COMMENT ON COLUMN identity.one_time_tokens.recipient IS 'Address that the mail goes to; the account may have another one by then.';
COMMENT ON COLUMN identity.one_time_tokens.token_hash IS 'Sensitive. SHA-256 of the token last mailed, in hex; null before the first attempt.';
COMMENT ON COLUMN identity.one_time_tokens.expires_at IS 'Null before the first attempt.';
COMMENT ON COLUMN identity.one_time_tokens.consumed_at IS 'Time of use or withdrawal; null while the token is valid.';
COMMENT ON COLUMN identity.one_time_tokens.sent_at IS 'Null until the mail has left.';
COMMENT ON COLUMN identity.one_time_tokens.attempts IS 'Number of attempts to send the mail.';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.one_time_tokens TO ashlar_app;
--rollback DROP TABLE identity.one_time_tokens;
