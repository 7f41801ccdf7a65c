--liquibase formatted sql

--changeset mrlearn:001-create-schema
--comment: Schema of the context sync for the catalogue mrlearn; statements of other contexts do not use it.
CREATE SCHEMA mrlearn;
COMMENT ON SCHEMA mrlearn IS 'Courses of the external catalogue mrlearn.';
GRANT USAGE ON SCHEMA mrlearn TO ashlar_app;
--rollback DROP SCHEMA mrlearn;
