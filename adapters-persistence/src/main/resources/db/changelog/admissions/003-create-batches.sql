--liquibase formatted sql

--changeset admissions:003-create-batch-status
CREATE TYPE admissions.batch_status AS ENUM ('planned', 'open', 'closed', 'running', 'completed', 'cancelled');
COMMENT ON TYPE admissions.batch_status IS 'Status of a batch.';
--rollback DROP TYPE admissions.batch_status;

--changeset admissions:003-create-batches
--comment: Capacity and taken seats are in one row, so that one conditional UPDATE decides which applicant gets the last seat.
CREATE TABLE admissions.batches (
    id             uuid                    NOT NULL,
    course_id      uuid                    NOT NULL,
    code           text                    NOT NULL,
    starts_on      date                    NOT NULL,
    ends_on        date                    NOT NULL,
    capacity       int                     NOT NULL,
    enrolled_count int                     NOT NULL DEFAULT 0,
    offered_count  int                     NOT NULL DEFAULT 0,
    status         admissions.batch_status NOT NULL DEFAULT 'planned',
    created_at     timestamptz             NOT NULL,
    updated_at     timestamptz             NOT NULL,
    version        int                     NOT NULL DEFAULT 0,
    CONSTRAINT pk_batches PRIMARY KEY (id),
    CONSTRAINT uq_batches_code UNIQUE (code),
    CONSTRAINT uq_batches_id_course_id UNIQUE (id, course_id),
    CONSTRAINT fk_batches_course_id FOREIGN KEY (course_id) REFERENCES admissions.courses (id) ON DELETE RESTRICT,
    CONSTRAINT chk_batches_code CHECK (length(code) BETWEEN 1 AND 40),
    CONSTRAINT chk_batches_dates CHECK (starts_on >= DATE '2000-01-01' AND ends_on BETWEEN starts_on AND DATE '2199-12-31'),
    CONSTRAINT chk_batches_capacity CHECK (capacity BETWEEN 1 AND 10000),
    CONSTRAINT chk_batches_seats CHECK (
        enrolled_count >= 0 AND offered_count >= 0 AND enrolled_count + offered_count <= capacity
    ),
    CONSTRAINT chk_batches_status CHECK (
        CASE status
            WHEN 'cancelled' THEN enrolled_count = 0 AND offered_count = 0
            WHEN 'completed' THEN offered_count = 0
            ELSE true
        END
    ),
    CONSTRAINT chk_batches_version CHECK (version >= 0)
);
CREATE INDEX ix_batches_course_id ON admissions.batches (course_id, id);
CREATE INDEX ix_batches_status ON admissions.batches (status, id);
COMMENT ON TABLE admissions.batches IS 'Batches of courses with their seats. Delete policy: status.';
COMMENT ON COLUMN admissions.batches.code IS 'Business key, unique.';
COMMENT ON COLUMN admissions.batches.ends_on IS 'Last day, inclusive.';
COMMENT ON COLUMN admissions.batches.capacity IS 'Number of seats; never below those that are taken or offered.';
COMMENT ON COLUMN admissions.batches.enrolled_count IS 'Number of enrollments, completed ones included.';
COMMENT ON COLUMN admissions.batches.offered_count IS 'Number of seats that are reserved for applicants of the waiting list.';
COMMENT ON COLUMN admissions.batches.version IS 'Counts edits; enrollments do not change it.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON admissions.batches
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'course_id', 'code', 'capacity', 'enrolled_count', 'offered_count', 'status'
    );
GRANT SELECT, INSERT, UPDATE ON admissions.batches TO ashlar_app;
--rollback DROP TABLE admissions.batches;
