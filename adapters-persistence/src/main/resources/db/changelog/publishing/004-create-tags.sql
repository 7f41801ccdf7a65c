--liquibase formatted sql

--changeset publishing:004-create-tags
--comment: Tags are shared words: made when first used, never removed, since a word without posts harms nobody.
CREATE TABLE publishing.tags (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_tags PRIMARY KEY (id),
    CONSTRAINT uq_tags_name UNIQUE (name),
    CONSTRAINT chk_tags_name CHECK (length(name) BETWEEN 1 AND 50)
);
COMMENT ON TABLE publishing.tags IS 'Words that posts are marked with. Delete policy: hard.';
COMMENT ON COLUMN publishing.tags.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN publishing.tags.name IS 'The word, as its first user wrote it; case counts.';
COMMENT ON COLUMN publishing.tags.created_at IS 'When it was first used.';
GRANT SELECT, INSERT ON publishing.tags TO ashlar_app;
--rollback DROP TABLE publishing.tags;

--changeset publishing:004-create-post-tags
--comment: Finds posts by tag, newest first. The foreign key copies listed_at whenever a post is published, archived, deleted or restored.
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
COMMENT ON TABLE publishing.post_tags IS 'Which post is found by which tag. Delete policy: hard.';
COMMENT ON COLUMN publishing.post_tags.post_id IS 'The post.';
COMMENT ON COLUMN publishing.post_tags.tag_id IS 'The tag.';
COMMENT ON COLUMN publishing.post_tags.listed_at IS 'Where the post stands in lists, as the post says.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.post_tags TO ashlar_app;
--rollback DROP TABLE publishing.post_tags;
