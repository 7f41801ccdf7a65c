--liquibase formatted sql
-- not audited admissions.colleges: reference data without decisions

--changeset admissions:004-create-colleges
--comment: Reference data that people search by words.
CREATE TABLE admissions.colleges (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    city       text        NOT NULL,
    is_active  boolean     NOT NULL DEFAULT true,
    search     text        NOT NULL GENERATED ALWAYS AS (kernel.folded(name || ' ' || city)) STORED,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_colleges PRIMARY KEY (id),
    CONSTRAINT chk_colleges_name CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT chk_colleges_city CHECK (length(city) BETWEEN 1 AND 100),
    CONSTRAINT chk_colleges_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_colleges_name_city ON admissions.colleges (lower(name), lower(city));
CREATE INDEX ix_colleges_is_active ON admissions.colleges (is_active, id);
CREATE INDEX ix_colleges_search ON admissions.colleges USING gin (search kernel.gin_trgm_ops);
COMMENT ON TABLE admissions.colleges IS 'Colleges that applicants come from. Delete policy: status.';
COMMENT ON COLUMN admissions.colleges.is_active IS 'True if applications may name the college.';
COMMENT ON COLUMN admissions.colleges.search IS 'Name and city in lower case without accents.';
COMMENT ON COLUMN admissions.colleges.version IS 'Counts edits.';
GRANT SELECT, INSERT, UPDATE ON admissions.colleges TO ashlar_app;
--rollback DROP TABLE admissions.colleges;
