--liquibase formatted sql

--changeset crm:006-create-lead-tags
--comment: Shared by all platforms, because a tag tells nothing about a lead.
CREATE TABLE crm.lead_tags (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_lead_tags PRIMARY KEY (id),
    CONSTRAINT chk_lead_tags_name CHECK (length(name) BETWEEN 1 AND 40)
);
CREATE UNIQUE INDEX uq_lead_tags_name ON crm.lead_tags (lower(name));
COMMENT ON TABLE crm.lead_tags IS 'Words by which leads are sorted. Delete policy: append-only.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON crm.lead_tags
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON crm.lead_tags TO ashlar_app;
--rollback DROP TABLE crm.lead_tags;

--changeset crm:006-create-lead-tag-links
--comment: A lead has a tag once, whatever is merged.
CREATE TABLE crm.lead_tag_links (
    lead_id   uuid        NOT NULL,
    tag_id    uuid        NOT NULL,
    tagged_at timestamptz NOT NULL,
    tagged_by uuid        NOT NULL,
    CONSTRAINT pk_lead_tag_links PRIMARY KEY (lead_id, tag_id),
    CONSTRAINT fk_lead_tag_links_lead_id FOREIGN KEY (lead_id) REFERENCES crm.leads (id) ON DELETE RESTRICT,
    CONSTRAINT fk_lead_tag_links_tag_id FOREIGN KEY (tag_id) REFERENCES crm.lead_tags (id) ON DELETE RESTRICT
);
CREATE INDEX ix_lead_tag_links_tag_id ON crm.lead_tag_links (tag_id, lead_id);
COMMENT ON TABLE crm.lead_tag_links IS 'Tags of leads. Delete policy: hard.';
COMMENT ON COLUMN crm.lead_tag_links.tagged_by IS 'A user of identity.';
GRANT SELECT, INSERT, DELETE ON crm.lead_tag_links TO ashlar_app;
--rollback DROP TABLE crm.lead_tag_links;
