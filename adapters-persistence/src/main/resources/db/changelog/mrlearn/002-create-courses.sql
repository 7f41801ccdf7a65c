--liquibase formatted sql
-- not audited mrlearn.courses: a copy of the catalogue, whose status no person decides

--changeset mrlearn:002-create-item-status
CREATE TYPE mrlearn.item_status AS ENUM ('listed', 'gone');
COMMENT ON TYPE mrlearn.item_status IS 'Status of a course in the catalogue.';
--rollback DROP TYPE mrlearn.item_status;

--changeset mrlearn:002-create-courses
--comment: A course has the key and version of the catalogue. One that disappears there is marked as gone and is not deleted.
CREATE TABLE mrlearn.courses (
    id             uuid                NOT NULL,
    external_id    text                NOT NULL,
    source_version bigint              NOT NULL,
    title          text                NOT NULL,
    summary        text,
    url            text,
    status         mrlearn.item_status NOT NULL DEFAULT 'listed',
    listed_at      timestamptz         NOT NULL,
    created_at     timestamptz         NOT NULL,
    updated_at     timestamptz         NOT NULL,
    CONSTRAINT pk_courses PRIMARY KEY (id),
    CONSTRAINT uq_courses_external_id UNIQUE (external_id),
    CONSTRAINT chk_courses_external_id CHECK (length(external_id) BETWEEN 1 AND 100),
    CONSTRAINT chk_courses_source_version CHECK (source_version >= 0),
    CONSTRAINT chk_courses_title CHECK (length(title) BETWEEN 1 AND 300),
    CONSTRAINT chk_courses_summary CHECK (length(summary) <= 4000),
    CONSTRAINT chk_courses_url CHECK (length(url) BETWEEN 1 AND 2000)
);
CREATE INDEX ix_courses_id ON mrlearn.courses (id) WHERE status = 'listed';
CREATE INDEX ix_courses_listed_at ON mrlearn.courses (listed_at, id) WHERE status = 'listed';
COMMENT ON TABLE mrlearn.courses IS 'Courses as the catalogue describes them. Delete policy: status.';
COMMENT ON COLUMN mrlearn.courses.external_id IS 'Key in the catalogue.';
COMMENT ON COLUMN mrlearn.courses.source_version IS 'Version in the catalogue, which grows with each change.';
COMMENT ON COLUMN mrlearn.courses.summary IS 'Null if the catalogue has none.';
COMMENT ON COLUMN mrlearn.courses.url IS 'Web address; null if the catalogue has none.';
COMMENT ON COLUMN mrlearn.courses.listed_at IS 'Start of the latest run that has found the course.';
COMMENT ON COLUMN mrlearn.courses.updated_at IS 'Last change of the version or the status.';
GRANT SELECT, INSERT, UPDATE ON mrlearn.courses TO ashlar_app;
--rollback DROP TABLE mrlearn.courses;
