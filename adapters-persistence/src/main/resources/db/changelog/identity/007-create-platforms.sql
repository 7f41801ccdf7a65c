--liquibase formatted sql
-- waive optimistic-lock identity.platforms: only the seed command writes platforms, one at a time

--changeset identity:007-create-platforms
--comment: Reference data; the seed brings the rows, not a migration.
CREATE TABLE identity.platforms (
    id         uuid        NOT NULL,
    code       text        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_platforms PRIMARY KEY (id),
    CONSTRAINT uq_platforms_code UNIQUE (code),
    CONSTRAINT chk_platforms_code CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    CONSTRAINT chk_platforms_name CHECK (length(name) BETWEEN 1 AND 100)
);
COMMENT ON TABLE identity.platforms IS 'Products that requests may come through. Delete policy: hard.';
COMMENT ON COLUMN identity.platforms.code IS 'Value of the X-Platform header.';
GRANT SELECT, INSERT, UPDATE ON identity.platforms TO ashlar_app;
--rollback DROP TABLE identity.platforms;
