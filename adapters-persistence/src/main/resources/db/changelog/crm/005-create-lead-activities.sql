--liquibase formatted sql

--changeset crm:005-create-activity-type
CREATE TYPE crm.activity_type AS ENUM (
    'note', 'call', 'email', 'meeting', 'created', 'assigned', 'converted', 'lost', 'reopened', 'merged'
);
COMMENT ON TYPE crm.activity_type IS 'Contact with a lead, or change of it.';
--rollback DROP TYPE crm.activity_type;

--changeset crm:005-create-lead-activities
--comment: Activities of a merged lead stay with it and are read with those of the other one.
CREATE TABLE crm.lead_activities (
    id         uuid              NOT NULL,
    lead_id    uuid              NOT NULL,
    type       crm.activity_type NOT NULL,
    note       text,
    actor_id   uuid,
    created_at timestamptz       NOT NULL,
    CONSTRAINT pk_lead_activities PRIMARY KEY (id),
    CONSTRAINT fk_lead_activities_lead_id FOREIGN KEY (lead_id) REFERENCES crm.leads (id) ON DELETE RESTRICT,
    CONSTRAINT chk_lead_activities_note CHECK (length(note) BETWEEN 1 AND 2000)
);
CREATE INDEX ix_lead_activities_lead_id ON crm.lead_activities (lead_id, id);
COMMENT ON TABLE crm.lead_activities IS 'Contacts with leads and changes of them. Delete policy: append-only.';
COMMENT ON COLUMN crm.lead_activities.note IS 'Report or reason of the sales person; null without one.';
COMMENT ON COLUMN crm.lead_activities.actor_id IS 'Sales person or administrator, a user of identity; null for an event of another context.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON crm.lead_activities
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON crm.lead_activities TO ashlar_app;
--rollback DROP TABLE crm.lead_activities;
