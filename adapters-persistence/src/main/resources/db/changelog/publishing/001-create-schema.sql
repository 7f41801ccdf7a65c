--liquibase formatted sql

--changeset publishing:001-create-schema
--comment: Home of the publishing context; statements of other contexts do not use it.
CREATE SCHEMA publishing;
COMMENT ON SCHEMA publishing IS 'Articles with comments, favorites and follows.';
GRANT USAGE ON SCHEMA publishing TO ashlar_app;
--rollback DROP SCHEMA publishing;
