--liquibase formatted sql

--changeset publishing:002-create-categories
--comment: Categories of articles. Rows are deleted for good, because the articles of a removed category only lose it.
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
COMMENT ON TABLE publishing.categories IS 'Categories of articles. Delete policy: hard.';
COMMENT ON COLUMN publishing.categories.name IS 'Unique regardless of case.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.categories TO ashlar_app;
--rollback DROP TABLE publishing.categories;
