--liquibase formatted sql

--changeset identity:003-create-profiles
--comment: Public data of users, one row for each.
CREATE TABLE identity.profiles (
    user_id      uuid        NOT NULL,
    display_name text        NOT NULL,
    bio          text,
    avatar_url   text,
    time_zone    text        NOT NULL,
    locale       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT pk_profiles PRIMARY KEY (user_id),
    CONSTRAINT fk_profiles_id FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE,
    CONSTRAINT chk_profiles_display_name CHECK (length(display_name) BETWEEN 1 AND 201),
    CONSTRAINT chk_profiles_bio CHECK (length(bio) BETWEEN 1 AND 2000),
    CONSTRAINT chk_profiles_avatar_url CHECK (length(avatar_url) BETWEEN 8 AND 508),
    CONSTRAINT chk_profiles_time_zone CHECK (
        length(time_zone) <= 60
        AND time_zone ~ '^((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC|Etc/UTC)$'
    ),
    CONSTRAINT chk_profiles_locale CHECK (length(locale) BETWEEN 1 AND 35)
);
COMMENT ON TABLE identity.profiles IS 'Public profiles of users. Delete policy: hard.';
COMMENT ON COLUMN identity.profiles.display_name IS 'Shown to others instead of first and last name.';
COMMENT ON COLUMN identity.profiles.bio IS 'Free text; null if not given.';
COMMENT ON COLUMN identity.profiles.avatar_url IS 'Picture, http or https; null if not given.';
COMMENT ON COLUMN identity.profiles.time_zone IS 'IANA name.';
COMMENT ON COLUMN identity.profiles.locale IS 'Language tag (BCP 47).';
GRANT SELECT, INSERT, UPDATE ON identity.profiles TO ashlar_app;
--rollback DROP TABLE identity.profiles;
