--liquibase formatted sql

--changeset publishing:003-create-post-status
CREATE TYPE publishing.post_status AS ENUM ('draft', 'scheduled', 'published', 'archived');
COMMENT ON TYPE publishing.post_status IS 'How far a post has come; only a published one is seen by readers.';
--rollback DROP TYPE publishing.post_status;

--changeset publishing:003-create-posts
--comment: Articles. A deleted one stays in the trash until it is purged, and its slug is free meanwhile.
CREATE TABLE publishing.posts (
    id           uuid                   NOT NULL,
    slug         text                   NOT NULL,
    title        text                   NOT NULL,
    description  text                   NOT NULL,
    body         text                   NOT NULL,
    tags         text[]                 NOT NULL DEFAULT '{}',
    author_id    uuid                   NOT NULL,
    editor_id    uuid,
    category_id  uuid,
    status       publishing.post_status NOT NULL DEFAULT 'draft',
    published_at timestamptz,
    -- Never null, so that post_tags can refer to it and is kept up to date by its foreign key.
    listed_at    timestamptz            NOT NULL GENERATED ALWAYS AS (
        CASE WHEN status = 'published' AND deleted_at IS NULL THEN published_at ELSE 'infinity' END
    ) STORED,
    view_count   bigint                 NOT NULL DEFAULT 0,
    created_at   timestamptz            NOT NULL,
    updated_at   timestamptz            NOT NULL,
    deleted_at   timestamptz,
    version      int                    NOT NULL DEFAULT 0,
    CONSTRAINT pk_posts PRIMARY KEY (id),
    CONSTRAINT uq_posts_listed_at UNIQUE (id, listed_at),
    CONSTRAINT fk_posts_category_id
        FOREIGN KEY (category_id) REFERENCES publishing.categories (id) ON DELETE SET NULL,
    CONSTRAINT chk_posts_slug CHECK (length(slug) BETWEEN 1 AND 120),
    CONSTRAINT chk_posts_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_posts_description CHECK (length(description) BETWEEN 1 AND 500),
    CONSTRAINT chk_posts_tags CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL),
    CONSTRAINT chk_posts_body CHECK (length(body) BETWEEN 1 AND 100000),
    -- A draft has no time yet, unless it has been published before; whatever is or was to be seen has one.
    CONSTRAINT chk_posts_published_at CHECK (status = 'draft' OR published_at IS NOT NULL),
    CONSTRAINT chk_posts_view_count CHECK (view_count >= 0),
    CONSTRAINT chk_posts_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_posts_slug ON publishing.posts (slug) WHERE deleted_at IS NULL;
CREATE INDEX ix_posts_author_id_status ON publishing.posts (author_id, status, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_posts_author_id ON publishing.posts (author_id, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_posts_editor_id ON publishing.posts (editor_id, id) WHERE editor_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX ix_posts_editor_id_status
    ON publishing.posts (editor_id, status, id) WHERE editor_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX ix_posts_category_id ON publishing.posts (category_id, listed_at, id) WHERE category_id IS NOT NULL;
CREATE INDEX ix_posts_listed_at
    ON publishing.posts (listed_at, id) WHERE status = 'published' AND deleted_at IS NULL;
CREATE INDEX ix_posts_author_id_listed_at
    ON publishing.posts (author_id, listed_at, id) WHERE status = 'published' AND deleted_at IS NULL;
CREATE INDEX ix_posts_due ON publishing.posts (published_at, id) WHERE status = 'scheduled' AND deleted_at IS NULL;
CREATE INDEX ix_posts_deleted_at ON publishing.posts (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_posts_author_id_deleted_at
    ON publishing.posts (author_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE publishing.posts IS 'Articles. Delete policy: soft.';
COMMENT ON COLUMN publishing.posts.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN publishing.posts.slug IS 'What stands for it in addresses; unique among live posts.';
COMMENT ON COLUMN publishing.posts.title IS 'Headline.';
COMMENT ON COLUMN publishing.posts.description IS 'What it is about, in a sentence or two.';
COMMENT ON COLUMN publishing.posts.body IS 'The text, as Markdown.';
COMMENT ON COLUMN publishing.posts.tags IS 'Its tags in the order its author gave them.';
COMMENT ON COLUMN publishing.posts.author_id IS 'Who wrote it; a user of identity.';
COMMENT ON COLUMN publishing.posts.editor_id IS 'Who else may edit it; a user of identity.';
COMMENT ON COLUMN publishing.posts.category_id IS 'Where it is filed.';
COMMENT ON COLUMN publishing.posts.status IS 'How far it has come.';
COMMENT ON COLUMN publishing.posts.published_at IS 'When it was first published, or is to be.';
COMMENT ON COLUMN publishing.posts.listed_at IS 'Where it stands in lists: published_at while readers see it, else infinity.';
COMMENT ON COLUMN publishing.posts.view_count IS 'How often it was read, give or take what a killed instance had not written yet.';
COMMENT ON COLUMN publishing.posts.created_at IS 'When it was begun.';
COMMENT ON COLUMN publishing.posts.updated_at IS 'When its text or status last changed; reading it changes nothing.';
COMMENT ON COLUMN publishing.posts.deleted_at IS 'When it was put into the trash; null while live.';
COMMENT ON COLUMN publishing.posts.version IS 'Counts the changes of text and status.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.posts TO ashlar_app;
--rollback DROP TABLE publishing.posts;
