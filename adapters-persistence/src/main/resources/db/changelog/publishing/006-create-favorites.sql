--liquibase formatted sql

--changeset publishing:006-create-favorites
--comment: Favorite articles of readers. They are counted when read, so that no counter can differ.
CREATE TABLE publishing.favorites (
    post_id    uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_favorites PRIMARY KEY (post_id, user_id),
    CONSTRAINT fk_favorites_post_id FOREIGN KEY (post_id) REFERENCES publishing.posts (id) ON DELETE CASCADE
);
CREATE INDEX ix_favorites_user_id ON publishing.favorites (user_id, post_id);
COMMENT ON TABLE publishing.favorites IS 'Favorite articles of readers. Delete policy: hard.';
COMMENT ON COLUMN publishing.favorites.user_id IS 'User of identity.';
GRANT SELECT, INSERT, DELETE ON publishing.favorites TO ashlar_app;
--rollback DROP TABLE publishing.favorites;
