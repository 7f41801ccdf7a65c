--liquibase formatted sql

--changeset admissions:001-create-schema
--comment: Schema of the admissions context; statements of other contexts do not use it.
CREATE SCHEMA admissions;
COMMENT ON SCHEMA admissions IS 'Courses, batches, colleges, applications, discounts and enrollments.';
GRANT USAGE ON SCHEMA admissions TO ashlar_app;
--rollback DROP SCHEMA admissions;
