--liquibase formatted sql
-- waive row-timestamps crm.raw_leads: a row changes once, when its person is erased, and is never edited

--changeset crm:008-mark-erased-raw-leads
--comment: A person who deletes the account is erased from the rows of the legacy system, too.
SET LOCAL lock_timeout = '5s';
ALTER TABLE crm.raw_leads
    ADD COLUMN is_erased boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT chk_raw_leads_erased CHECK (NOT is_erased OR num_nonnulls(name, email, phone) = 0) NOT VALID;
COMMENT ON COLUMN crm.raw_leads.is_erased IS 'True once the person has deleted the account: no name and no addresses are left.';
--rollback ALTER TABLE crm.raw_leads DROP CONSTRAINT chk_raw_leads_erased, DROP COLUMN is_erased;

--changeset crm:008-validate-erased-raw-leads
--comment: Apart from its creation, so that writers go on while the rows are read.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '10min';
ALTER TABLE crm.raw_leads VALIDATE CONSTRAINT chk_raw_leads_erased;
--rollback SELECT 'Nothing to undo: a constraint that holds stays valid.';

--changeset crm:008-refuse-edits-of-raw-leads
--comment: A row changes when it is erased, and then nothing else in it does.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER refuse_edit BEFORE UPDATE ON crm.raw_leads
    FOR EACH ROW WHEN (
        NOT NEW.is_erased
        OR (NEW.id, NEW.source, NEW.platform, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.source, OLD.platform, OLD.created_at)
    ) EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_edit ON crm.raw_leads;

--changeset crm:008-let-raw-leads-be-erased
--comment: The trigger of before refused each change.
SET LOCAL lock_timeout = '5s';
CREATE OR REPLACE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON crm.raw_leads
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
COMMENT ON TABLE crm.raw_leads IS 'Leads of the legacy system, loaded by its owner and copied once into leads. A row only changes when its person is erased. Delete policy: status.';
GRANT UPDATE (name, email, phone, is_erased) ON crm.raw_leads TO ashlar_app;
--rollback REVOKE UPDATE (name, email, phone, is_erased) ON crm.raw_leads FROM ashlar_app;
--rollback COMMENT ON TABLE crm.raw_leads IS 'Leads of the legacy system, loaded by its owner and copied once into leads. Delete policy: append-only.';
--rollback CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON crm.raw_leads
--rollback     FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

--changeset crm:008-erase-raw-leads-of-erased-leads
--comment: Rows of people who were erased from leads before this release.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '10min';
UPDATE crm.raw_leads AS r
SET name = NULL,
    email = NULL,
    phone = NULL,
    is_erased = true
FROM crm.leads AS l
WHERE l.legacy_raw_id = r.id
    AND l.status = 'archived'
    AND l.name = 'Deleted user'
    AND l.email IS NULL
    AND l.phone_typed IS NULL;
--rollback SELECT 'Nothing to undo: what is erased does not come back.';

--changeset crm:008-delete-activities
--comment: Reports about a person are deleted with the person. Nobody edits them.
SET LOCAL lock_timeout = '5s';
CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR TRUNCATE ON crm.lead_activities
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
COMMENT ON TABLE crm.lead_activities IS 'Contacts with leads and changes of them, never edited. Delete policy: hard.';
GRANT DELETE ON crm.lead_activities TO ashlar_app;
--rollback REVOKE DELETE ON crm.lead_activities FROM ashlar_app;
--rollback COMMENT ON TABLE crm.lead_activities IS 'Contacts with leads and changes of them. Delete policy: append-only.';
--rollback CREATE OR REPLACE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON crm.lead_activities
--rollback     FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

--changeset crm:008-delete-activities-of-erased-leads
--comment: Those of people who were erased from leads before this release.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '10min';
DELETE FROM crm.lead_activities AS a
USING crm.leads AS l
WHERE l.id = a.lead_id
    AND l.status = 'archived'
    AND l.name = 'Deleted user'
    AND l.email IS NULL
    AND l.phone_typed IS NULL;
--rollback SELECT 'Nothing to undo: what is erased does not come back.';

--changeset crm:008-create-index-leads-email runInTransaction:false
--comment: The unique index knows no archived leads, from which an address is erased as well.
CREATE INDEX CONCURRENTLY ix_leads_email ON crm.leads (lower(email), id);
--rollback DROP INDEX CONCURRENTLY crm.ix_leads_email;

--changeset crm:008-create-index-raw-leads-email runInTransaction:false
CREATE INDEX CONCURRENTLY ix_raw_leads_email ON crm.raw_leads (lower(btrim(email)));
--rollback DROP INDEX CONCURRENTLY crm.ix_raw_leads_email;

--changeset crm:008-create-index-lead-import-rows-email runInTransaction:false
CREATE INDEX CONCURRENTLY ix_lead_import_rows_email ON crm.lead_import_rows (lower(btrim(email)));
--rollback DROP INDEX CONCURRENTLY crm.ix_lead_import_rows_email;
