--liquibase formatted sql
-- not audited crm.lead_imports: the leads that an import makes are audited
-- waive derived-columns-generated crm.lead_imports.total_rows: the file tells it, and rows without an outcome are in none of the counts
-- waive unique-identifiers crm.lead_import_rows.email: a file may have an address twice, and its rows are kept as they came
-- waive optimistic-lock crm.lead_import_rows: nobody edits a row; its outcome is stored once, under the lock of its import

--changeset crm:007-create-import-status
CREATE TYPE crm.import_status AS ENUM ('previewed', 'running', 'finished', 'failed');
COMMENT ON TYPE crm.import_status IS 'Status of an import.';
--rollback DROP TYPE crm.import_status;

--changeset crm:007-create-import-format
CREATE TYPE crm.import_format AS ENUM ('csv', 'json_lines');
COMMENT ON TYPE crm.import_format IS 'Format of an imported file.';
--rollback DROP TYPE crm.import_format;

--changeset crm:007-create-row-outcome
CREATE TYPE crm.row_outcome AS ENUM ('created', 'updated', 'skipped', 'refused');
COMMENT ON TYPE crm.row_outcome IS 'Result of an imported row.';
--rollback DROP TYPE crm.row_outcome;

--changeset crm:007-create-lead-imports
--comment: Counts are stored, so that progress costs no scan of the rows.
CREATE TABLE crm.lead_imports (
    id            uuid              NOT NULL,
    file_name     text              NOT NULL,
    format        crm.import_format NOT NULL,
    sha256        text,
    platform      text              NOT NULL,
    owner_id      uuid              NOT NULL,
    lead_owner_id uuid,
    status        crm.import_status NOT NULL DEFAULT 'previewed',
    total_rows    int,
    created_rows  int               NOT NULL DEFAULT 0,
    updated_rows  int               NOT NULL DEFAULT 0,
    skipped_rows  int               NOT NULL DEFAULT 0,
    refused_rows  int               NOT NULL DEFAULT 0,
    created_at    timestamptz       NOT NULL,
    updated_at    timestamptz       NOT NULL,
    CONSTRAINT pk_lead_imports PRIMARY KEY (id),
    CONSTRAINT chk_lead_imports_file_name CHECK (length(file_name) BETWEEN 1 AND 200),
    CONSTRAINT chk_lead_imports_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT chk_lead_imports_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_lead_imports_stored CHECK ((sha256 IS NULL) = (total_rows IS NULL)),
    CONSTRAINT chk_lead_imports_status CHECK (total_rows IS NOT NULL OR status = 'previewed'),
    CONSTRAINT chk_lead_imports_counts CHECK (
        created_rows >= 0 AND updated_rows >= 0 AND skipped_rows >= 0 AND refused_rows >= 0
        AND created_rows + updated_rows + skipped_rows + refused_rows <= COALESCE(total_rows, 0)
    ),
    CONSTRAINT chk_lead_imports_finished CHECK (
        status <> 'finished' OR created_rows + updated_rows + skipped_rows + refused_rows = total_rows
    )
);
CREATE INDEX ix_lead_imports_owner_id ON crm.lead_imports (owner_id, platform, id);
CREATE INDEX ix_lead_imports_status ON crm.lead_imports (status, updated_at, id);
COMMENT ON TABLE crm.lead_imports IS 'Imports of files of leads, kept for 30 days. Delete policy: hard. Scope: owner_id.';
COMMENT ON COLUMN crm.lead_imports.file_name IS 'As the importer calls the file.';
COMMENT ON COLUMN crm.lead_imports.sha256 IS 'Hash of the file in lower case hexadecimal digits; null until all rows are stored.';
COMMENT ON COLUMN crm.lead_imports.platform IS 'Code of the platform of the leads.';
COMMENT ON COLUMN crm.lead_imports.owner_id IS 'Importer, a user of identity.';
COMMENT ON COLUMN crm.lead_imports.lead_owner_id IS 'User of identity who owns the new leads and those that may change; null for an administrator, whose leads wait for owners.';
COMMENT ON COLUMN crm.lead_imports.total_rows IS 'Rows of the file, without its header; null until all are stored.';
COMMENT ON COLUMN crm.lead_imports.created_rows IS 'Rows that have become leads.';
COMMENT ON COLUMN crm.lead_imports.updated_rows IS 'Rows that have given their leads an address that was missing.';
COMMENT ON COLUMN crm.lead_imports.skipped_rows IS 'Rows whose leads had all of their addresses.';
COMMENT ON COLUMN crm.lead_imports.refused_rows IS 'Rows that are not valid, or have the address of a lead of another sales person.';
GRANT SELECT, INSERT, UPDATE, DELETE ON crm.lead_imports TO ashlar_app;
--rollback DROP TABLE crm.lead_imports;

--changeset crm:007-create-lead-import-rows
--comment: Rows wait here for the run, which stores their outcomes with their leads: a run that is killed goes on at the first without one.
CREATE TABLE crm.lead_import_rows (
    import_id  uuid        NOT NULL,
    number     int         NOT NULL,
    name       text,
    email      text,
    phone      text,
    source     text,
    outcome    crm.row_outcome,
    problems   jsonb,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_lead_import_rows PRIMARY KEY (import_id, number),
    CONSTRAINT fk_lead_import_rows_import_id FOREIGN KEY (import_id) REFERENCES crm.lead_imports (id) ON DELETE CASCADE,
    CONSTRAINT chk_lead_import_rows_number CHECK (number >= 1),
    CONSTRAINT chk_lead_import_rows_name CHECK (length(name) <= 1000),
    CONSTRAINT chk_lead_import_rows_email CHECK (length(email) <= 1000),
    CONSTRAINT chk_lead_import_rows_phone CHECK (length(phone) <= 1000),
    CONSTRAINT chk_lead_import_rows_source CHECK (length(source) <= 1000),
    CONSTRAINT chk_lead_import_rows_problems CHECK (
        jsonb_typeof(problems) = 'object' AND outcome IS NOT DISTINCT FROM 'refused' OR problems IS NULL
    )
);
CREATE INDEX ix_lead_import_rows_outcome ON crm.lead_import_rows (import_id, outcome, number);
COMMENT ON TABLE crm.lead_import_rows IS 'Rows of imported files. Delete policy: hard.';
COMMENT ON COLUMN crm.lead_import_rows.number IS '1 for the first row after the header.';
COMMENT ON COLUMN crm.lead_import_rows.name IS 'As the file has it; null if it has none.';
COMMENT ON COLUMN crm.lead_import_rows.email IS 'As the file has it; null if it has none.';
COMMENT ON COLUMN crm.lead_import_rows.phone IS 'As the file has it; null if it has none.';
COMMENT ON COLUMN crm.lead_import_rows.source IS 'As the file has it, or the default of the import; null without both.';
COMMENT ON COLUMN crm.lead_import_rows.outcome IS 'Null until the row is imported.';
COMMENT ON COLUMN crm.lead_import_rows.problems IS 'Columns that were refused, with reasons; null for other outcomes.';
GRANT SELECT, INSERT, UPDATE ON crm.lead_import_rows TO ashlar_app;
--rollback DROP TABLE crm.lead_import_rows;
