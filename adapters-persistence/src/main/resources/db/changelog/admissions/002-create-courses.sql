--liquibase formatted sql

--changeset admissions:002-create-course-status
CREATE TYPE admissions.course_status AS ENUM ('offered', 'retired');
COMMENT ON TYPE admissions.course_status IS 'Status of a course.';
--rollback DROP TYPE admissions.course_status;

--changeset admissions:002-create-courses
--comment: Applications keep the price at which they were created, so an edit changes none of them.
CREATE TABLE admissions.courses (
    id         uuid                     NOT NULL,
    code       text                     NOT NULL,
    title      text                     NOT NULL,
    list_price numeric(12, 2)           NOT NULL,
    currency   text                     NOT NULL,
    status     admissions.course_status NOT NULL DEFAULT 'offered',
    created_at timestamptz              NOT NULL,
    updated_at timestamptz              NOT NULL,
    version    int                      NOT NULL DEFAULT 0,
    CONSTRAINT pk_courses PRIMARY KEY (id),
    CONSTRAINT uq_courses_code UNIQUE (code),
    CONSTRAINT chk_courses_code CHECK (length(code) BETWEEN 1 AND 40),
    CONSTRAINT chk_courses_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_courses_list_price CHECK (list_price > 0 AND kernel.is_money(list_price, currency)),
    CONSTRAINT chk_courses_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_courses_version CHECK (version >= 0)
);
CREATE INDEX ix_courses_status ON admissions.courses (status, id);
COMMENT ON TABLE admissions.courses IS 'Courses that people apply for. Delete policy: status.';
COMMENT ON COLUMN admissions.courses.code IS 'Business key, unique.';
COMMENT ON COLUMN admissions.courses.list_price IS 'Price without a discount.';
COMMENT ON COLUMN admissions.courses.version IS 'Counts edits.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON admissions.courses
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'code', 'list_price', 'currency', 'status');
GRANT SELECT, INSERT, UPDATE ON admissions.courses TO ashlar_app;
--rollback DROP TABLE admissions.courses;
