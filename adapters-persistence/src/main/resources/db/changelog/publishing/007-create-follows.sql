--liquibase formatted sql

--changeset publishing:007-create-follows
--comment: Authors that readers follow. Both are users of identity, to which no foreign key may lead.
CREATE TABLE publishing.follows (
    follower_id uuid        NOT NULL,
    followed_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT pk_follows PRIMARY KEY (follower_id, followed_id)
);
COMMENT ON TABLE publishing.follows IS 'Authors that readers follow. Delete policy: hard.';
COMMENT ON COLUMN publishing.follows.follower_id IS 'Reader, a user of identity.';
COMMENT ON COLUMN publishing.follows.followed_id IS 'Author, a user of identity.';
GRANT SELECT, INSERT, DELETE ON publishing.follows TO ashlar_app;
--rollback DROP TABLE publishing.follows;
