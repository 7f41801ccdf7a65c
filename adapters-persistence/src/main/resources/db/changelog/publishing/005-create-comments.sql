--liquibase formatted sql

--changeset publishing:005-create-comment-status
CREATE TYPE publishing.comment_status AS ENUM ('visible', 'hidden');
COMMENT ON TYPE publishing.comment_status IS 'Whether readers see a comment.';
--rollback DROP TYPE publishing.comment_status;

--changeset publishing:005-create-comments
--comment: What readers say. A comment goes with its post when the trash is emptied.
CREATE TABLE publishing.comments (
    id         uuid                      NOT NULL,
    number     bigint                    NOT NULL GENERATED ALWAYS AS IDENTITY,
    post_id    uuid                      NOT NULL,
    author_id  uuid                      NOT NULL,
    body       text                      NOT NULL,
    status     publishing.comment_status NOT NULL DEFAULT 'visible',
    created_at timestamptz               NOT NULL,
    updated_at timestamptz               NOT NULL,
    deleted_at timestamptz,
    CONSTRAINT pk_comments PRIMARY KEY (id),
    CONSTRAINT fk_comments_post_id FOREIGN KEY (post_id) REFERENCES publishing.posts (id) ON DELETE CASCADE,
    CONSTRAINT chk_comments_body CHECK (length(body) BETWEEN 1 AND 10000)
);
CREATE UNIQUE INDEX uq_comments_number ON publishing.comments (number) WHERE deleted_at IS NULL;
CREATE INDEX ix_comments_post_id ON publishing.comments (post_id, status, number);
CREATE INDEX ix_comments_deleted_at ON publishing.comments (deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE publishing.comments IS 'What readers say about a post. Delete policy: soft.';
COMMENT ON COLUMN publishing.comments.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN publishing.comments.number IS 'What readers know it by: the RealWorld API wants an integer.';
COMMENT ON COLUMN publishing.comments.post_id IS 'What it is about.';
COMMENT ON COLUMN publishing.comments.author_id IS 'Who wrote it; a user of identity.';
COMMENT ON COLUMN publishing.comments.body IS 'What it says.';
COMMENT ON COLUMN publishing.comments.status IS 'Whether readers see it.';
COMMENT ON COLUMN publishing.comments.created_at IS 'When it was written.';
COMMENT ON COLUMN publishing.comments.updated_at IS 'When it last changed.';
COMMENT ON COLUMN publishing.comments.deleted_at IS 'When it was deleted; null while live.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.comments TO ashlar_app;
--rollback DROP TABLE publishing.comments;
