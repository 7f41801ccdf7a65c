--liquibase formatted sql
-- waive unique-identifiers publishing.people.username: identity keeps names unique, and an old copy must not refuse the next owner

--changeset publishing:009-create-people
--comment: Lists, articles, comments and profiles are read together with the names of users in one statement, and no statement may leave the schema.
CREATE TABLE publishing.people (
    user_id      uuid             NOT NULL,
    username     text COLLATE "C" NOT NULL,
    display_name text             NOT NULL,
    bio          text,
    avatar_url   text,
    version      int              NOT NULL,
    created_at   timestamptz      NOT NULL,
    updated_at   timestamptz      NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (user_id),
    CONSTRAINT chk_people_username CHECK (length(username) BETWEEN 3 AND 30),
    CONSTRAINT chk_people_display_name CHECK (length(display_name) BETWEEN 1 AND 201),
    CONSTRAINT chk_people_bio CHECK (length(bio) BETWEEN 1 AND 2000),
    CONSTRAINT chk_people_avatar_url CHECK (length(avatar_url) BETWEEN 8 AND 508),
    CONSTRAINT chk_people_version CHECK (version >= 0)
);
CREATE INDEX ix_people_username ON publishing.people (lower(username), updated_at DESC, user_id);
COMMENT ON TABLE publishing.people IS 'Copies of the public profiles of all users, kept by a hook on changes. Delete policy: hard.';
COMMENT ON COLUMN publishing.people.user_id IS 'User of identity.';
COMMENT ON COLUMN publishing.people.username IS 'Unique whatever its case, as far as identity keeps it so.';
COMMENT ON COLUMN publishing.people.bio IS 'Null if not given.';
COMMENT ON COLUMN publishing.people.avatar_url IS 'Picture, http or https; null if not given.';
COMMENT ON COLUMN publishing.people.version IS 'Version of the account in identity; a lower one never replaces a higher one.';
GRANT SELECT, INSERT, UPDATE ON publishing.people TO ashlar_app;
--rollback DROP TABLE publishing.people;

--changeset publishing:009-fill-people
--comment: The only statement that reads another schema. It runs once, before the first list that joins the copies; a hook keeps them from then on.
INSERT INTO publishing.people (user_id, username, display_name, bio, avatar_url, version, created_at, updated_at)
SELECT u.id, u.username, p.display_name, p.bio, p.avatar_url, u.version, u.created_at, u.updated_at
FROM identity.users u
JOIN identity.profiles p ON p.user_id = u.id
WHERE NOT EXISTS (
    SELECT 1
    FROM publishing.people known
    WHERE known.user_id = u.id
);
--rollback SELECT 'The copies go with their table.';
