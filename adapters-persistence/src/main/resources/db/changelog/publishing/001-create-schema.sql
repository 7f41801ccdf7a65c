--liquibase formatted sql

--changeset publishing:001-create-schema
--comment: Home of the publishing context; no other context's statement reaches in here.
CREATE SCHEMA publishing;
COMMENT ON SCHEMA publishing IS 'Articles, comments, favourites and who follows whom.';
GRANT USAGE ON SCHEMA publishing TO ashlar_app;
--rollback DROP SCHEMA publishing;
