--liquibase formatted sql

--changeset bookmarks:001-create-schema
--comment: Schema of the context; no statement of another context reaches into it.
CREATE SCHEMA bookmarks;
COMMENT ON SCHEMA bookmarks IS 'Links that people keep.';
GRANT USAGE ON SCHEMA bookmarks TO ashlar_app;
--rollback DROP SCHEMA bookmarks;

--changeset bookmarks:001-create-bookmarks
--comment: One row for each address that a person keeps.
CREATE TABLE bookmarks.bookmarks (
    id         uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    url        text        NOT NULL,
    title      text        NOT NULL,
    expires_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_bookmarks PRIMARY KEY (id),
    CONSTRAINT uq_bookmarks_user_id_url UNIQUE (user_id, url),
    CONSTRAINT chk_bookmarks_url CHECK (length(url) BETWEEN 1 AND 2000),
    CONSTRAINT chk_bookmarks_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_bookmarks_version CHECK (version >= 0)
);
CREATE INDEX ix_bookmarks_user_id ON bookmarks.bookmarks (user_id, id);
CREATE INDEX ix_bookmarks_expires_at ON bookmarks.bookmarks (expires_at) WHERE expires_at IS NOT NULL;
COMMENT ON TABLE bookmarks.bookmarks IS 'Links that people keep. Delete policy: hard. Scope: user_id.';
COMMENT ON COLUMN bookmarks.bookmarks.user_id IS 'Owner; a user of identity.';
COMMENT ON COLUMN bookmarks.bookmarks.expires_at IS 'A job removes the row from then on; NULL keeps it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON bookmarks.bookmarks TO ashlar_app;
--rollback DROP TABLE bookmarks.bookmarks;
