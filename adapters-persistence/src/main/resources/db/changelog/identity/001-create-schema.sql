--liquibase formatted sql

--changeset identity:001-create-schema
--comment: Schema of the identity context; no statement of another context uses it.
CREATE SCHEMA identity;
COMMENT ON SCHEMA identity IS 'People: accounts, profiles, sessions and the log of authentication.';
GRANT USAGE ON SCHEMA identity TO ashlar_app;
--rollback DROP SCHEMA identity;
