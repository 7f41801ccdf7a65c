--liquibase formatted sql

--changeset publishing:006-create-favorites
--comment: Who likes which post; counted when read, so that no counter can disagree.
CREATE TABLE publishing.favorites (
    post_id    uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_favorites PRIMARY KEY (post_id, user_id),
    CONSTRAINT fk_favorites_post_id FOREIGN KEY (post_id) REFERENCES publishing.posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_favorites_user_id ON publishing.favorites (user_id, post_id);
COMMENT ON TABLE publishing.favorites IS 'Who likes which post. Delete policy: hard.';
COMMENT ON COLUMN publishing.favorites.post_id IS 'What is liked.';
COMMENT ON COLUMN publishing.favorites.user_id IS 'Who likes it; a user of identity.';
COMMENT ON COLUMN publishing.favorites.created_at IS 'Since when.';
GRANT SELECT, INSERT, DELETE ON publishing.favorites TO ashlar_app;
--rollback DROP TABLE publishing.favorites;
