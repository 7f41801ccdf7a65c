--liquibase formatted sql

--changeset crm:004-create-lead-status
CREATE TYPE crm.lead_status AS ENUM ('active', 'converted', 'lost', 'archived');
COMMENT ON TYPE crm.lead_status IS 'Status of a lead.';
--rollback DROP TYPE crm.lead_status;

--changeset crm:004-create-leads
--comment: A merged lead stays as an archived row that names the other one, so that a merge can be seen afterwards.
CREATE TABLE crm.leads (
    id             uuid            NOT NULL,
    name           text            NOT NULL,
    email          text COLLATE "C",
    phone          text,
    phone_typed    text,
    source         text            NOT NULL,
    platform       text            NOT NULL,
    user_id        uuid,
    application_id uuid,
    legacy_raw_id  uuid,
    status         crm.lead_status NOT NULL DEFAULT 'active',
    owner_id       uuid,
    converted_at   timestamptz,
    merged_into_id uuid,
    name_search    text            NOT NULL GENERATED ALWAYS AS (kernel.folded(name)) STORED,
    search         text            NOT NULL GENERATED ALWAYS AS (
        kernel.folded(
            name || ' ' || COALESCE(email, '') || ' ' || COALESCE(phone, '') || ' ' || COALESCE(phone_typed, '')
        )
    ) STORED,
    created_at     timestamptz     NOT NULL,
    updated_at     timestamptz     NOT NULL,
    version        int             NOT NULL DEFAULT 0,
    CONSTRAINT pk_leads PRIMARY KEY (id),
    CONSTRAINT uq_leads_legacy_raw_id UNIQUE (legacy_raw_id),
    CONSTRAINT fk_leads_legacy_raw_id FOREIGN KEY (legacy_raw_id) REFERENCES crm.raw_leads (id) ON DELETE RESTRICT,
    CONSTRAINT fk_leads_merged_into_id FOREIGN KEY (merged_into_id) REFERENCES crm.leads (id) ON DELETE RESTRICT,
    CONSTRAINT chk_leads_name CHECK (length(name) BETWEEN 1 AND 200),
    -- ASCII in collation C, so that lower() does the same as Java.
    CONSTRAINT chk_leads_email CHECK (length(email) BETWEEN 3 AND 254 AND octet_length(email) = length(email)),
    CONSTRAINT chk_leads_phone CHECK (phone ~ '^\+[1-9][0-9]{5,14}$'),
    CONSTRAINT chk_leads_phone_typed CHECK (length(phone_typed) BETWEEN 1 AND 60),
    CONSTRAINT chk_leads_number CHECK (phone IS NULL OR phone_typed IS NOT NULL),
    CONSTRAINT chk_leads_contact CHECK (email IS NOT NULL OR phone_typed IS NOT NULL OR status = 'archived'),
    CONSTRAINT chk_leads_source CHECK (length(source) <= 60 AND source ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT chk_leads_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_leads_application_id CHECK (application_id IS NULL OR user_id IS NOT NULL),
    CONSTRAINT chk_leads_converted_at CHECK (converted_at IS NOT NULL OR status <> 'converted'),
    CONSTRAINT chk_leads_merged_into_id CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND status = 'archived')),
    CONSTRAINT chk_leads_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_leads_user_id_source ON crm.leads (user_id, source) WHERE status <> 'archived';
CREATE UNIQUE INDEX uq_leads_email_source ON crm.leads (lower(email), source) WHERE status <> 'archived';
CREATE INDEX ix_leads_platform ON crm.leads (platform, id);
CREATE INDEX ix_leads_owner_id ON crm.leads (owner_id, platform, id);
CREATE INDEX ix_leads_status ON crm.leads (platform, status, id);
CREATE INDEX ix_leads_source ON crm.leads (platform, source, id);
CREATE INDEX ix_leads_phone ON crm.leads (phone, id);
CREATE INDEX ix_leads_user_id ON crm.leads (user_id, id);
CREATE INDEX ix_leads_merged_into_id ON crm.leads (merged_into_id);
CREATE INDEX ix_leads_search ON crm.leads USING gin (search kernel.gin_trgm_ops);
CREATE INDEX ix_leads_name_search ON crm.leads USING gin (name_search kernel.gin_trgm_ops);
COMMENT ON TABLE crm.leads IS 'People who may become students. Delete policy: status. Scope: platform, owner_id.';
COMMENT ON COLUMN crm.leads.email IS 'As it was given; null if only a phone number is known.';
COMMENT ON COLUMN crm.leads.phone IS 'In E.164; null if there is none, or the typed one is not a valid number.';
COMMENT ON COLUMN crm.leads.phone_typed IS 'Phone number as it was given; null if only an email address is known.';
COMMENT ON COLUMN crm.leads.source IS 'Campaign or form that the lead came from; my-analytics-school for applications.';
COMMENT ON COLUMN crm.leads.platform IS 'Code of the platform whose sales people see the lead.';
COMMENT ON COLUMN crm.leads.user_id IS 'User of identity who the lead is; null if the lead has no account that is known.';
COMMENT ON COLUMN crm.leads.application_id IS 'Application of admissions that made the lead or met it first; null without one.';
COMMENT ON COLUMN crm.leads.legacy_raw_id IS 'Row of the legacy system that the lead was copied from; null for the others.';
COMMENT ON COLUMN crm.leads.owner_id IS 'Sales person in charge, a user of identity; null means that only administrators see the lead.';
COMMENT ON COLUMN crm.leads.converted_at IS 'Time of the last conversion; kept when the lead is merged, null before.';
COMMENT ON COLUMN crm.leads.merged_into_id IS 'Lead that has the tags and activities of this one; null unless merged.';
COMMENT ON COLUMN crm.leads.name_search IS 'Name in lower case without accents, in which duplicates are found.';
COMMENT ON COLUMN crm.leads.search IS 'Name, email address, and phone number in both forms, in lower case without accents.';
COMMENT ON COLUMN crm.leads.version IS 'Counts changes of any kind.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON crm.leads
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'source', 'platform', 'user_id', 'application_id', 'status', 'owner_id', 'converted_at', 'merged_into_id'
    );
GRANT SELECT, INSERT, UPDATE ON crm.leads TO ashlar_app;
--rollback DROP TABLE crm.leads;
