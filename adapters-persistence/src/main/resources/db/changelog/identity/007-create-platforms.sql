--liquibase formatted sql

--changeset identity:007-create-platforms
--comment: Reference data; the rows come from the seed command, not from a migration.
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
COMMENT ON COLUMN identity.platforms.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN identity.platforms.code IS 'What requests send as X-Platform.';
COMMENT ON COLUMN identity.platforms.name IS 'What people call the product.';
COMMENT ON COLUMN identity.platforms.created_at IS 'When the platform was first seeded.';
COMMENT ON COLUMN identity.platforms.updated_at IS 'When its name last changed.';
GRANT SELECT, INSERT, UPDATE ON identity.platforms TO ashlar_app;
--rollback DROP TABLE identity.platforms;
