--liquibase formatted sql

--changeset crm:001-create-schema
--comment: Schema of the crm context; statements of other contexts do not use it.
CREATE SCHEMA crm;
COMMENT ON SCHEMA crm IS 'Leads, their activities and tags, and sales teams.';
GRANT USAGE ON SCHEMA crm TO ashlar_app;
--rollback DROP SCHEMA crm;
