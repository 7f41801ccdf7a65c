--liquibase formatted sql

--changeset mentoring:001-create-schema
--comment: Home of the mentoring context; no other context's statement reaches in here.
CREATE SCHEMA mentoring;
COMMENT ON SCHEMA mentoring IS 'Mentors, their availability, their slots and what becomes of them.';
GRANT USAGE ON SCHEMA mentoring TO ashlar_app;
--rollback DROP SCHEMA mentoring;
