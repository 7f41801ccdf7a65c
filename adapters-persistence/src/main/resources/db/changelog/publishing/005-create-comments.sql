--liquibase formatted sql

--changeset publishing:005-create-comment-status
CREATE TYPE publishing.comment_status AS ENUM ('visible', 'hidden');
COMMENT ON TYPE publishing.comment_status IS 'Visibility of a comment to readers.';
--rollback DROP TYPE publishing.comment_status;

--changeset publishing:005-create-comments
--comment: Comments of readers. They are removed with their article when the trash is purged.
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
CREATE INDEX ix_comments_author_id ON publishing.comments (author_id, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_comments_deleted_at ON publishing.comments (deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE publishing.comments IS 'Comments of readers on articles. Delete policy: soft.';
COMMENT ON COLUMN publishing.comments.number IS 'Identifies the comment to clients, because the RealWorld API requires an integer.';
COMMENT ON COLUMN publishing.comments.author_id IS 'User of identity.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.comments TO ashlar_app;
--rollback DROP TABLE publishing.comments;
