--liquibase formatted sql

--changeset publishing:003-create-post-status
CREATE TYPE publishing.article_status AS ENUM ('draft', 'scheduled', 'published', 'archived');
COMMENT ON TYPE publishing.article_status IS 'Status of an article; readers see published ones only.';
--rollback DROP TYPE publishing.article_status;

--changeset publishing:003-create-posts
--comment: Articles. A deleted article stays in the trash until it is purged; its slug is free meanwhile.
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
    status       publishing.article_status NOT NULL DEFAULT 'draft',
    published_at timestamptz,
    -- Not null, so that the foreign key of post_tags can copy it.
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
    -- /api/articles/feed is a list of articles.
    CONSTRAINT chk_posts_slug CHECK (length(slug) BETWEEN 1 AND 120 AND slug <> 'feed'),
    CONSTRAINT chk_posts_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_posts_description CHECK (length(description) BETWEEN 1 AND 500),
    CONSTRAINT chk_posts_tags CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL),
    CONSTRAINT chk_posts_body CHECK (length(body) BETWEEN 1 AND 100000),
    -- Only a draft that was never published has no time.
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
COMMENT ON COLUMN publishing.posts.slug IS 'Name in URLs; unique among live articles.';
COMMENT ON COLUMN publishing.posts.description IS 'One or two sentences for lists.';
COMMENT ON COLUMN publishing.posts.body IS 'Markdown.';
COMMENT ON COLUMN publishing.posts.tags IS 'In the author''s order.';
COMMENT ON COLUMN publishing.posts.author_id IS 'User of identity.';
COMMENT ON COLUMN publishing.posts.editor_id IS 'User of identity who may edit the article besides its author; null if none.';
COMMENT ON COLUMN publishing.posts.category_id IS 'Null if the article has no category.';
COMMENT ON COLUMN publishing.posts.published_at IS 'Time of the first publication, planned time while scheduled; null for a draft that was never published.';
COMMENT ON COLUMN publishing.posts.listed_at IS 'Place in lists: published_at while readers see the article, else infinity.';
COMMENT ON COLUMN publishing.posts.view_count IS 'Number of views without those that a killed instance had not stored.';
COMMENT ON COLUMN publishing.posts.updated_at IS 'Last change of text or status; views do not change it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.posts TO ashlar_app;
--rollback DROP TABLE publishing.posts;
