--liquibase formatted sql
-- waive optimistic-lock crm.sales_heads: an appointment replaces the whole row, whatever it was before

--changeset crm:002-create-sales-heads
--comment: Members of a team are the sales people whose head in identity is one of these, so that nobody keeps two lists of them.
CREATE TABLE crm.sales_heads (
    user_id    uuid        NOT NULL,
    team       text        NOT NULL,
    is_active  boolean     NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_sales_heads PRIMARY KEY (user_id),
    CONSTRAINT chk_sales_heads_team CHECK (length(team) BETWEEN 1 AND 60)
);
CREATE INDEX ix_sales_heads_team ON crm.sales_heads (lower(team), user_id) WHERE is_active;
COMMENT ON TABLE crm.sales_heads IS 'People who see the leads of a sales team. Delete policy: status.';
COMMENT ON COLUMN crm.sales_heads.user_id IS 'A user of identity with the role sales.';
COMMENT ON COLUMN crm.sales_heads.team IS 'Name of the team; heads with the same name, whatever its case, see the same leads.';
COMMENT ON COLUMN crm.sales_heads.is_active IS 'False for a former head, who sees own leads only.';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON crm.sales_heads
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('user_id', 'team', 'is_active');
GRANT SELECT, INSERT, UPDATE ON crm.sales_heads TO ashlar_app;
--rollback DROP TABLE crm.sales_heads;
