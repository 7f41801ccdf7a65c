--liquibase formatted sql
-- waive uuid-primary-key kernel.quotas.pk_quotas: a quota is only found by its key, and deleted when it is full

--changeset kernel:010-create-quotas
--comment: Rate limits that hold for all instances together. A quota is one moment, so that one statement uses it.
CREATE TABLE kernel.quotas (
    key        text        NOT NULL,
    full_at    timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_quotas PRIMARY KEY (key),
    CONSTRAINT chk_quotas_key CHECK (length(key) BETWEEN 1 AND 100)
);
CREATE INDEX ix_quotas_full_at ON kernel.quotas (full_at);
COMMENT ON TABLE kernel.quotas IS 'Quotas of requests that are partly used. Delete policy: hard.';
COMMENT ON COLUMN kernel.quotas.key IS 'Kind of request and network address, as in login:203.0.113.7.';
COMMENT ON COLUMN kernel.quotas.full_at IS 'Time at which the whole quota is back; each request moves it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.quotas TO ashlar_app;
--rollback DROP TABLE kernel.quotas;
