--liquibase formatted sql

--changeset admissions:008-index-people-of-enrollments runInTransaction:false
--comment: The export of a person's data reads all enrollments, the dropped ones too.
CREATE INDEX CONCURRENTLY ix_enrollments_user_id ON admissions.enrollments (user_id, id);
--rollback DROP INDEX CONCURRENTLY admissions.ix_enrollments_user_id;
