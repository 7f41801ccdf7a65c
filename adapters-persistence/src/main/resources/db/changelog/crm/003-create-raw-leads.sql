--liquibase formatted sql
-- waive unique-identifiers crm.raw_leads.email: the legacy system has people twice, and its rows are kept as they came

--changeset crm:003-create-raw-leads
--comment: Rows are stored as they came, so that the copy into leads can be repeated and compared.
CREATE TABLE crm.raw_leads (
    id         uuid        NOT NULL,
    name       text,
    email      text,
    phone      text,
    source     text,
    platform   text,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_raw_leads PRIMARY KEY (id),
    CONSTRAINT chk_raw_leads_name CHECK (length(name) <= 1000),
    CONSTRAINT chk_raw_leads_email CHECK (length(email) <= 1000),
    CONSTRAINT chk_raw_leads_phone CHECK (length(phone) <= 1000),
    CONSTRAINT chk_raw_leads_source CHECK (length(source) <= 1000),
    CONSTRAINT chk_raw_leads_platform CHECK (length(platform) <= 1000)
);
COMMENT ON TABLE crm.raw_leads IS 'Leads of the legacy system, loaded by its owner and copied once into leads. Delete policy: append-only.';
COMMENT ON COLUMN crm.raw_leads.name IS 'As the legacy system had it; null if it had none.';
COMMENT ON COLUMN crm.raw_leads.email IS 'As the legacy system had it, valid or not; null if it had none.';
COMMENT ON COLUMN crm.raw_leads.phone IS 'As the legacy system had it, valid or not; null if it had none.';
COMMENT ON COLUMN crm.raw_leads.source IS 'As the legacy system had it; null if it had none.';
COMMENT ON COLUMN crm.raw_leads.platform IS 'As the legacy system had it; null means the default platform.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON crm.raw_leads
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT ON crm.raw_leads TO ashlar_app;
--rollback DROP TABLE crm.raw_leads;
