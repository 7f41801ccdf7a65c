--liquibase formatted sql

--changeset admissions:007-create-enrollment-status
CREATE TYPE admissions.enrollment_status AS ENUM ('active', 'completed', 'dropped');
COMMENT ON TYPE admissions.enrollment_status IS 'Status of an enrollment.';
--rollback DROP TYPE admissions.enrollment_status;

--changeset admissions:007-create-enrollments
--comment: One row for each seat; the batch counts those that are not dropped.
CREATE TABLE admissions.enrollments (
    id             uuid                         NOT NULL,
    application_id uuid                         NOT NULL,
    user_id        uuid                         NOT NULL,
    batch_id       uuid                         NOT NULL,
    status         admissions.enrollment_status NOT NULL DEFAULT 'active',
    created_at     timestamptz                  NOT NULL,
    updated_at     timestamptz                  NOT NULL,
    CONSTRAINT pk_enrollments PRIMARY KEY (id),
    CONSTRAINT uq_enrollments_application_id UNIQUE (application_id),
    CONSTRAINT fk_enrollments_application_id
        FOREIGN KEY (application_id, user_id) REFERENCES admissions.applications (id, user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_enrollments_batch_id FOREIGN KEY (batch_id) REFERENCES admissions.batches (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX uq_enrollments_user_id_batch_id
    ON admissions.enrollments (user_id, batch_id) WHERE status = 'active';
CREATE INDEX ix_enrollments_batch_id ON admissions.enrollments (batch_id, id);
COMMENT ON TABLE admissions.enrollments IS 'Seats of applicants in batches. Delete policy: status.';
COMMENT ON COLUMN admissions.enrollments.user_id IS 'Applicant; a user of identity.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON admissions.enrollments
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'application_id', 'user_id', 'batch_id', 'status');
GRANT SELECT, INSERT, UPDATE ON admissions.enrollments TO ashlar_app;
--rollback DROP TABLE admissions.enrollments;
