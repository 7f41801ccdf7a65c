--liquibase formatted sql

--changeset mrtest:001-create-schema
--comment: Schema of the context sync for the catalogue mrtest; statements of other contexts do not use it.
CREATE SCHEMA mrtest;
COMMENT ON SCHEMA mrtest IS 'Tests of the external catalogue mrtest.';
GRANT USAGE ON SCHEMA mrtest TO ashlar_app;
--rollback DROP SCHEMA mrtest;
