--liquibase formatted sql

--changeset operations:002-create-system-metadata
CREATE TABLE operations.system_metadata (
    id          uuid        NOT NULL,
    key         text        NOT NULL,
    value       jsonb       NOT NULL,
    description text        NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_system_metadata PRIMARY KEY (id),
    CONSTRAINT uq_system_metadata_key UNIQUE (key),
    CONSTRAINT chk_system_metadata_key CHECK (key ~ '^[a-z][a-z0-9]*([.-][a-z0-9]+)*$' AND length(key) <= 80),
    CONSTRAINT chk_system_metadata_value CHECK (length(value::text) <= 20000),
    CONSTRAINT chk_system_metadata_description CHECK (length(description) BETWEEN 1 AND 500),
    CONSTRAINT chk_system_metadata_version CHECK (version >= 0)
);
COMMENT ON TABLE operations.system_metadata IS 'Facts about the system that administrators keep. Delete policy: hard.';
COMMENT ON COLUMN operations.system_metadata.key IS 'Name, as in support.contact.';
COMMENT ON COLUMN operations.system_metadata.value IS 'Any JSON.';
COMMENT ON COLUMN operations.system_metadata.description IS 'Meaning of the value.';
GRANT SELECT, INSERT, UPDATE, DELETE ON operations.system_metadata TO ashlar_app;
--rollback DROP TABLE operations.system_metadata;
