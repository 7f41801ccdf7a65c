--liquibase formatted sql

--changeset identity:003-create-profiles
--comment: How people appear to others; exactly one a person.
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
    CONSTRAINT chk_profiles_time_zone CHECK (length(time_zone) BETWEEN 1 AND 60),
    CONSTRAINT chk_profiles_locale CHECK (length(locale) BETWEEN 1 AND 35)
);
COMMENT ON TABLE identity.profiles IS 'How people appear to others. Delete policy: hard.';
COMMENT ON COLUMN identity.profiles.user_id IS 'Whose profile.';
COMMENT ON COLUMN identity.profiles.display_name IS 'The name others see.';
COMMENT ON COLUMN identity.profiles.bio IS 'What the person says about themselves.';
COMMENT ON COLUMN identity.profiles.avatar_url IS 'Where the person''s picture is.';
COMMENT ON COLUMN identity.profiles.time_zone IS 'IANA name of the person''s time zone.';
COMMENT ON COLUMN identity.profiles.locale IS 'Language tag (BCP 47).';
COMMENT ON COLUMN identity.profiles.created_at IS 'When the person registered.';
COMMENT ON COLUMN identity.profiles.updated_at IS 'When the profile last changed.';
GRANT SELECT, INSERT, UPDATE ON identity.profiles TO ashlar_app;
--rollback DROP TABLE identity.profiles;
