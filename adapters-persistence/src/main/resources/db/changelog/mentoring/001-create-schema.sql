--liquibase formatted sql

--changeset mentoring:001-create-schema
--comment: Schema of the mentoring context; statements of other contexts do not use it.
CREATE SCHEMA mentoring;
COMMENT ON SCHEMA mentoring IS 'Mentors, their availability and their slots.';
GRANT USAGE ON SCHEMA mentoring TO ashlar_app;
--rollback DROP SCHEMA mentoring;
