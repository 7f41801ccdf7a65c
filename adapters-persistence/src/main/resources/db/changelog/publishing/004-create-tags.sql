--liquibase formatted sql

--changeset publishing:004-create-tags
--comment: Tags are shared by articles. They are created when first used and never removed.
CREATE TABLE publishing.tags (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_tags PRIMARY KEY (id),
    CONSTRAINT uq_tags_name UNIQUE (name),
    CONSTRAINT chk_tags_name CHECK (length(name) BETWEEN 1 AND 50)
);
COMMENT ON TABLE publishing.tags IS 'Tags of articles. Delete policy: hard.';
COMMENT ON COLUMN publishing.tags.name IS 'Case-sensitive.';
GRANT SELECT, INSERT ON publishing.tags TO ashlar_app;
--rollback DROP TABLE publishing.tags;

--changeset publishing:004-create-post-tags
--comment: Index of articles by tag, newest first. The foreign key copies listed_at when an article is published, archived, deleted or restored.
CREATE TABLE publishing.post_tags (
    post_id   uuid        NOT NULL,
    tag_id    uuid        NOT NULL,
    listed_at timestamptz NOT NULL,
    CONSTRAINT pk_post_tags PRIMARY KEY (post_id, tag_id),
    CONSTRAINT fk_post_tags_post_id
        FOREIGN KEY (post_id, listed_at) REFERENCES publishing.posts (id, listed_at) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_post_tags_tag_id FOREIGN KEY (tag_id) REFERENCES publishing.tags (id) ON DELETE RESTRICT
);
CREATE INDEX ix_post_tags_post_id ON publishing.post_tags (post_id, listed_at);
CREATE INDEX ix_post_tags_tag_id ON publishing.post_tags (tag_id, listed_at, post_id);
COMMENT ON TABLE publishing.post_tags IS 'Index of articles by tag. Delete policy: hard.';
COMMENT ON COLUMN publishing.post_tags.listed_at IS 'Copy of posts.listed_at.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.post_tags TO ashlar_app;
--rollback DROP TABLE publishing.post_tags;
