--liquibase formatted sql
-- not audited mrtest.tests: a copy of the catalogue, whose status no person decides

--changeset mrtest:002-create-item-status
CREATE TYPE mrtest.item_status AS ENUM ('listed', 'gone');
COMMENT ON TYPE mrtest.item_status IS 'Status of a test in the catalogue.';
--rollback DROP TYPE mrtest.item_status;

--changeset mrtest:002-create-tests
--comment: A test has the key and version of the catalogue. One that disappears there is marked as gone and is not deleted.
CREATE TABLE mrtest.tests (
    id             uuid               NOT NULL,
    external_id    text               NOT NULL,
    source_version bigint             NOT NULL,
    title          text               NOT NULL,
    summary        text,
    url            text,
    status         mrtest.item_status NOT NULL DEFAULT 'listed',
    listed_at      timestamptz        NOT NULL,
    created_at     timestamptz        NOT NULL,
    updated_at     timestamptz        NOT NULL,
    CONSTRAINT pk_tests PRIMARY KEY (id),
    CONSTRAINT uq_tests_external_id UNIQUE (external_id),
    CONSTRAINT chk_tests_external_id CHECK (length(external_id) BETWEEN 1 AND 100),
    CONSTRAINT chk_tests_source_version CHECK (source_version >= 0),
    CONSTRAINT chk_tests_title CHECK (length(title) BETWEEN 1 AND 300),
    CONSTRAINT chk_tests_summary CHECK (length(summary) <= 4000),
    CONSTRAINT chk_tests_url CHECK (length(url) BETWEEN 1 AND 2000)
);
CREATE INDEX ix_tests_id ON mrtest.tests (id) WHERE status = 'listed';
CREATE INDEX ix_tests_listed_at ON mrtest.tests (listed_at, id) WHERE status = 'listed';
COMMENT ON TABLE mrtest.tests IS 'Tests as the catalogue describes them. Delete policy: status.';
COMMENT ON COLUMN mrtest.tests.external_id IS 'Key in the catalogue.';
COMMENT ON COLUMN mrtest.tests.source_version IS 'Version in the catalogue, which grows with each change.';
COMMENT ON COLUMN mrtest.tests.summary IS 'Null if the catalogue has none.';
COMMENT ON COLUMN mrtest.tests.url IS 'Web address; null if the catalogue has none.';
COMMENT ON COLUMN mrtest.tests.listed_at IS 'Start of the latest run that has found the test.';
COMMENT ON COLUMN mrtest.tests.updated_at IS 'Last change of the version or the status.';
GRANT SELECT, INSERT, UPDATE ON mrtest.tests TO ashlar_app;
--rollback DROP TABLE mrtest.tests;
