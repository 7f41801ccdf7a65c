--liquibase formatted sql

--changeset kernel:002-create-idempotency-keys
--comment: A retried request gets the stored answer instead of a second effect.
CREATE TABLE kernel.idempotency_keys (
    principal_id uuid        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       int,
    location     text,
    body         text,
    created_at   timestamptz NOT NULL,
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (principal_id, key),
    CONSTRAINT chk_idempotency_keys_key CHECK (length(key) BETWEEN 1 AND 128),
    CONSTRAINT chk_idempotency_keys_request_hash CHECK (length(request_hash) = 64),
    CONSTRAINT chk_idempotency_keys_status CHECK (status BETWEEN 200 AND 299),
    CONSTRAINT chk_idempotency_keys_answer CHECK ((status IS NULL) = (body IS NULL))
);
CREATE INDEX ix_idempotency_keys_created_at ON kernel.idempotency_keys (created_at);
COMMENT ON TABLE kernel.idempotency_keys IS 'Requests carried out under an Idempotency-Key, with their answers. Delete policy: hard.';
COMMENT ON COLUMN kernel.idempotency_keys.principal_id IS 'Who sent the request; keys of two people never meet.';
COMMENT ON COLUMN kernel.idempotency_keys.key IS 'The Idempotency-Key header.';
COMMENT ON COLUMN kernel.idempotency_keys.request_hash IS 'SHA-256 of method, path and body, in hex; tells a retry from a misuse of the key.';
COMMENT ON COLUMN kernel.idempotency_keys.status IS 'HTTP status of the answer; null only inside the transaction that works on the request.';
COMMENT ON COLUMN kernel.idempotency_keys.location IS 'Location header of the answer.';
COMMENT ON COLUMN kernel.idempotency_keys.body IS 'JSON body of the answer.';
COMMENT ON COLUMN kernel.idempotency_keys.created_at IS 'When the request came; keys are forgotten a day later.';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.idempotency_keys TO ashlar_app;
--rollback DROP TABLE kernel.idempotency_keys;
