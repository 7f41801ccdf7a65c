--liquibase formatted sql

--changeset publishing:007-create-follows
--comment: Who follows whom. Both are people of identity, so no foreign key says that they exist.
CREATE TABLE publishing.follows (
    follower_id uuid        NOT NULL,
    followed_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT pk_follows PRIMARY KEY (follower_id, followed_id)
);
COMMENT ON TABLE publishing.follows IS 'Who follows whom. Delete policy: hard.';
COMMENT ON COLUMN publishing.follows.follower_id IS 'Who wants to read; a user of identity.';
COMMENT ON COLUMN publishing.follows.followed_id IS 'Whose posts; a user of identity.';
COMMENT ON COLUMN publishing.follows.created_at IS 'Since when.';
GRANT SELECT, INSERT, DELETE ON publishing.follows TO ashlar_app;
--rollback DROP TABLE publishing.follows;
