--liquibase formatted sql

--changeset publishing:002-create-categories
--comment: Where posts are filed. Removing a category leaves its posts filed nowhere, so nothing needs to be kept.
CREATE TABLE publishing.categories (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_categories PRIMARY KEY (id),
    CONSTRAINT chk_categories_name CHECK (length(name) BETWEEN 1 AND 60),
    CONSTRAINT chk_categories_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_categories_name ON publishing.categories (lower(name));
COMMENT ON TABLE publishing.categories IS 'Where posts are filed. Delete policy: hard.';
COMMENT ON COLUMN publishing.categories.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN publishing.categories.name IS 'What readers see; unique whatever its case.';
COMMENT ON COLUMN publishing.categories.created_at IS 'When it was made.';
COMMENT ON COLUMN publishing.categories.updated_at IS 'When it was last renamed.';
COMMENT ON COLUMN publishing.categories.version IS 'Counts the changes.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.categories TO ashlar_app;
--rollback DROP TABLE publishing.categories;
