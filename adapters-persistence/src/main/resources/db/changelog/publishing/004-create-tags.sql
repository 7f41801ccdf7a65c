--liquibase formatted sql

--changeset publishing:004-create-tags
--comment: Tags are shared words: made when first used, never removed, since a word without posts harms nobody.
CREATE TABLE publishing.tags (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    CONSTRAINT pk_tags PRIMARY KEY (id),
    CONSTRAINT uq_tags_name UNIQUE (name),
    CONSTRAINT chk_tags_name CHECK (length(name) BETWEEN 1 AND 50)
);
COMMENT ON TABLE publishing.tags IS 'Words that posts are marked with. Delete policy: hard.';
COMMENT ON COLUMN publishing.tags.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN publishing.tags.name IS 'The word, as its first user wrote it; case counts.';
GRANT SELECT, INSERT ON publishing.tags TO ashlar_app;
--rollback DROP TABLE publishing.tags;

--changeset publishing:004-create-post-tags
--comment: Which post has which tags, in the order its author gave them.
CREATE TABLE publishing.post_tags (
    post_id  uuid NOT NULL,
    tag_id   uuid NOT NULL,
    position int  NOT NULL,
    CONSTRAINT pk_post_tags PRIMARY KEY (post_id, tag_id),
    CONSTRAINT fk_post_tags_post_id FOREIGN KEY (post_id) REFERENCES publishing.posts (id) ON DELETE CASCADE,
    CONSTRAINT fk_post_tags_tag_id FOREIGN KEY (tag_id) REFERENCES publishing.tags (id) ON DELETE RESTRICT,
    CONSTRAINT chk_post_tags_position CHECK (position BETWEEN 1 AND 20)
);
CREATE INDEX ix_post_tags_tag_id ON publishing.post_tags (tag_id, post_id);
COMMENT ON TABLE publishing.post_tags IS 'Which post has which tag. Delete policy: hard.';
COMMENT ON COLUMN publishing.post_tags.post_id IS 'The post.';
COMMENT ON COLUMN publishing.post_tags.tag_id IS 'The tag.';
COMMENT ON COLUMN publishing.post_tags.position IS 'Place in the order its author gave, from 1.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.post_tags TO ashlar_app;
--rollback DROP TABLE publishing.post_tags;
